/** Clients that mean no good, and what a well-behaved one notices of them. */
@NullMarked
package io.jacinth.benchmarks.hostile;

import org.jspecify.annotations.NullMarked;
