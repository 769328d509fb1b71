/** Programs that measure servers, each in a package of its own, and what they share. */
@NullMarked
package io.jacinth.benchmarks;

import org.jspecify.annotations.NullMarked;
