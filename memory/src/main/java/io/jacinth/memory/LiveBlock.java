package io.jacinth.memory;

/**
 * A block that is allocated, as the checking mode of {@link SlabAllocator} remembers it.
 *
 * @param ref the reference that {@link SlabAllocator#allocate} gave
 * @param bytes what the owner last asked for or stated with {@link SlabAllocator#resized}
 */
public record LiveBlock(long ref, long bytes) {}
