package io.jacinth.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * The checking mode of a {@link SlabAllocator}: knows every live block and the bytes asked for,
 * keeps a canary behind those bytes and poison in what is free. Much slower; for tests.
 */
final class BlockChecker {
  private static final byte POISON = (byte) 0xDB;
  private static final byte CANARY = (byte) 0xCA;

  private final SlabAllocator slabs;
  private final Map<Long, Long> live = new HashMap<>();

  /** Free blocks that were once live, with their capacity: all poison but for the first word. */
  private final Map<Long, Long> free = new HashMap<>();

  BlockChecker(SlabAllocator slabs) {
    this.slabs = slabs;
  }

  void poison(MemorySegment chunk, long offset, long bytes) {
    chunk.asSlice(offset, bytes).fill(POISON);
    free.keySet().removeIf(ref -> covers(chunk, offset, bytes, ref));
  }

  private boolean covers(MemorySegment chunk, long offset, long bytes, long ref) {
    long at = SlabAllocator.offset(ref);
    return slabs.segment(ref) == chunk && at >= offset && at < offset + bytes;
  }

  void allocated(long ref, long bytes) {
    Long capacity = free.remove(ref);
    if (capacity != null && capacity == slabs.capacity(ref)) {
      requirePoison(ref, capacity);
    }
    if (live.put(ref, bytes) != null) {
      throw new IllegalStateException("block " + ref + " was given out twice");
    }
    slabs.segment(ref).asSlice(SlabAllocator.offset(ref), slabs.capacity(ref)).fill(POISON);
    layCanary(ref, bytes);
  }

  private void layCanary(long ref, long bytes) {
    long capacity = slabs.capacity(ref);
    if (bytes > capacity) {
      throw new IllegalStateException("block " + ref + " has no " + bytes + " bytes");
    }
    slabs
        .segment(ref)
        .asSlice(SlabAllocator.offset(ref) + bytes, capacity - bytes)
        .fill(CANARY);
  }

  void resized(long ref, long bytes) {
    requireCanary(ref);
    live.put(ref, bytes);
    layCanary(ref, bytes);
  }

  void freed(long ref) {
    requireCanary(ref);
    live.remove(ref);
    long capacity = slabs.capacity(ref);
    MemorySegment chunk = slabs.segment(ref);
    chunk.asSlice(SlabAllocator.offset(ref), capacity).fill(POISON);
    if (capacity <= SizeClasses.LARGEST) {
      free.put(ref, capacity);
    }
  }

  private void requireCanary(long ref) {
    Long bytes = live.get(ref);
    if (bytes == null) {
      throw new IllegalStateException("no live block begins at " + ref);
    }
    long start = SlabAllocator.offset(ref);
    requireAll(ref, start + bytes, start + slabs.capacity(ref), CANARY);
  }

  private void requirePoison(long ref, long capacity) {
    long start = SlabAllocator.offset(ref);
    requireAll(ref, start + JAVA_SHORT.byteSize(), start + capacity, POISON);
  }

  private void requireAll(long ref, long from, long to, byte expected) {
    MemorySegment chunk = slabs.segment(ref);
    for (long i = from; i < to; i++) {
      if (chunk.get(JAVA_BYTE, i) != expected) {
        throw new IllegalStateException(
            "byte "
                + (i - SlabAllocator.offset(ref))
                + " of block "
                + ref
                + " was overwritten while it was "
                + (expected == CANARY ? "outside the block" : "free"));
      }
    }
  }

  void check() {
    live.keySet().forEach(this::requireCanary);
    if (live.size() != slabs.blockCount()) {
      throw new IllegalStateException(
          live.size() + " blocks are live, " + slabs.blockCount() + " counted");
    }
  }

  void forEachLive(LongConsumer visitor) {
    live.keySet().forEach(visitor::accept);
  }
}
