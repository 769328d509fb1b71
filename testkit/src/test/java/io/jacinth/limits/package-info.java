/** Limits on what clients may use up, and clients that mean no good. */
@NullMarked
package io.jacinth.limits;

import org.jspecify.annotations.NullMarked;
