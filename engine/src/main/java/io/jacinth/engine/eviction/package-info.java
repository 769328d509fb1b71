/**
 * What {@code maxmemory} asks for: how much memory is used, and which keys make room. {@link
 * io.jacinth.engine.eviction.MemoryLimit} is shared by all threads, an {@link
 * io.jacinth.engine.eviction.Evictor} belongs to one worker. Start with the latter.
 */
@NullMarked
package io.jacinth.engine.eviction;

import org.jspecify.annotations.NullMarked;
