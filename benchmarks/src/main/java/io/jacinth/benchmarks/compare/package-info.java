/**
 * The side-by-side comparison of servers under redis-benchmark. Plain Java that runs from its
 * source, so that it needs no build and can be pointed at any server. Start with Compare; Suite has
 * the workloads and their bars.
 */
package io.jacinth.benchmarks.compare;
