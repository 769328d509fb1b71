/** Tests of {@code maxmemory}: what is refused, what goes, and that memory stays in its bounds. */
@NullMarked
package io.jacinth.eviction;

import org.jspecify.annotations.NullMarked;
