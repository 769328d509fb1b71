/**
 * Off-heap structures that know nothing of Redis: slabs with size classes, a hash index of what
 * lies in them and a tree that keeps slots in order. Everything here belongs to one partition and
 * is used only under its lock, except {@link io.jacinth.memory.ArenaChunks}, which all partitions
 * share. Start with {@link io.jacinth.memory.SlabAllocator}, then {@link
 * io.jacinth.memory.HashIndex}.
 */
@NullMarked
package io.jacinth.memory;

import org.jspecify.annotations.NullMarked;
