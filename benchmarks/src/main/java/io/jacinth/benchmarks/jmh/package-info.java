/**
 * Microbenchmarks of what every request goes through: the parser, the hash index, the allocator.
 * Each is single-threaded, as its subject is. Run by {@code benchmarks/jmh}.
 */
@NullMarked
package io.jacinth.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
