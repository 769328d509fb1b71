/**
 * Off-heap structures: slabs of blocks and an index of references. No knowledge of Redis. Everything
 * here is used under the lock of the partition that owns it. Start with {@link
 * io.jacinth.memory.SlabAllocator}, then {@link io.jacinth.memory.HashIndex}.
 */
@NullMarked
package io.jacinth.memory;

import org.jspecify.annotations.NullMarked;
