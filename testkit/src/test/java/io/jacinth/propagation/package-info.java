/** Tests of what commands write down of their changes. */
@NullMarked
package io.jacinth.propagation;

import org.jspecify.annotations.NullMarked;
