/** How well servers choose which keys to evict. Start with {@code HitRate}. */
package io.jacinth.benchmarks.eviction;
