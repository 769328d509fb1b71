package io.jacinth.memory;

import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The memory of an allocator's checking mode: which blocks are in use and how much of each. All
 * that is free is filled with a poison that must still be there when it is allocated, a new block
 * with garbage that no one may mistake for zeros, and what a block has beyond the bytes asked for
 * with a canary that must still be there when it is freed. Owned by one allocator.
 */
final class BlockChecks {
  private static final byte POISON = (byte) 0xDB;
  private static final byte CANARY = (byte) 0xCA;
  private static final byte GARBAGE = (byte) 0xA7;
  private static final int PATTERN_BYTES = 16 * 1024;
  private static final MemorySegment POISONED = pattern(POISON);
  private static final MemorySegment CANARIES = pattern(CANARY);

  private final Map<Long, Long> bytesInUse = new HashMap<>();

  private static MemorySegment pattern(byte value) {
    return Arena.global().allocate(PATTERN_BYTES).fill(value);
  }

  List<LiveBlock> liveBlocks() {
    List<LiveBlock> blocks = new ArrayList<>(bytesInUse.size());
    bytesInUse.forEach((ref, bytes) -> blocks.add(new LiveBlock(ref, bytes)));
    return blocks;
  }

  void clear() {
    bytesInUse.clear();
  }

  /** Poisons a new chunk that is about to be divided into pages. */
  void chunkAdded(MemorySegment chunk) {
    long header = SizeClasses.CHUNK_HEADER_BYTES;
    fill(chunk, header, chunk.byteSize() - header, POISON);
  }

  /** Verifies that a block just taken was free and untouched, and prepares it for use. */
  void allocated(SlabAllocator slabs, long ref, long bytes) {
    long capacity = slabs.capacity(ref);
    MemorySegment segment = slabs.segment(ref);
    long offset = SlabAllocator.offset(ref);
    if (bytesInUse.putIfAbsent(ref, bytes) != null) {
      throw new IllegalStateException(name(ref) + " is in use and was given out again");
    }
    if (!SlabAllocator.isDedicated(ref)) {
      requirePoison(segment, offset + 2, capacity - 2, name(ref));
    }
    fill(segment, offset, bytes, GARBAGE);
    fill(segment, offset + bytes, capacity - bytes, CANARY);
  }

  /** Verifies that a block about to be freed is in use and was not overrun, and poisons it. */
  void freed(SlabAllocator slabs, long ref) {
    Long bytes = bytesInUse.get(ref);
    if (bytes == null) {
      throw new IllegalStateException(whyNotInUse(slabs, ref));
    }
    requireCanary(slabs, ref, bytes);
    bytesInUse.remove(ref);
    if (!SlabAllocator.isDedicated(ref)) {
      fill(slabs.segment(ref), SlabAllocator.offset(ref), slabs.capacity(ref), POISON);
    }
  }

  private String whyNotInUse(SlabAllocator slabs, long ref) {
    for (long start : bytesInUse.keySet()) {
      if (ref > start && ref < start + (slabs.capacity(start) >>> 3)) {
        return name(ref) + " is no block: it lies in " + name(start);
      }
    }
    return name(ref) + " is not in use: freed twice, or never allocated";
  }

  void resized(SlabAllocator slabs, long ref, long bytes) {
    Long old = bytesInUse.get(ref);
    if (old == null) {
      throw new IllegalStateException(whyNotInUse(slabs, ref));
    }
    long capacity = slabs.capacity(ref);
    if (bytes < 0 || bytes > capacity) {
      throw new IllegalStateException(
          name(ref) + " has " + capacity + " bytes and cannot hold " + bytes);
    }
    requireCanary(slabs, ref, Math.max(old, bytes));
    bytesInUse.put(ref, bytes);
    fill(slabs.segment(ref), SlabAllocator.offset(ref) + bytes, capacity - bytes, CANARY);
  }

  /**
   * Verifies that all blocks of an emptied span are poisoned, and restores what its list overwrote.
   */
  void spanRemoved(MemorySegment chunk, long headerAt, int head, long spanBytes) {
    long start = PageHeader.pageStart(headerAt);
    for (int next = head; next != 0; ) {
      long offset = start + (next - 1 << 3);
      next = chunk.get(JAVA_SHORT_UNALIGNED, offset) & 0xFFFF;
      fill(chunk, offset, 2, POISON);
    }
    long header = (long) PageHeader.firstBump(headerAt) << 3;
    requirePoison(chunk, start + header, spanBytes - header, "the span of a block freed");
  }

  void verify(SlabAllocator slabs) {
    if (bytesInUse.size() != slabs.blockCount()) {
      throw new IllegalStateException(
          bytesInUse.size() + " blocks are remembered, " + slabs.blockCount() + " are in use");
    }
    bytesInUse.forEach((ref, bytes) -> requireCanary(slabs, ref, bytes));
  }

  void requirePoison(MemorySegment segment, long offset, long bytes, String where) {
    long bad = firstDifference(segment, offset, bytes, POISONED);
    if (bad >= 0) {
      throw new IllegalStateException(
          where + " was written to while free, at offset " + bad + " of its chunk");
    }
  }

  private static void requireCanary(SlabAllocator slabs, long ref, long bytes) {
    long end = SlabAllocator.offset(ref) + bytes;
    long slack = slabs.capacity(ref) - bytes;
    long bad = firstDifference(slabs.segment(ref), end, slack, CANARIES);
    if (bad >= 0) {
      throw new IllegalStateException(
          name(ref)
              + " holds "
              + bytes
              + " bytes and was written to "
              + (bad - end)
              + " bytes beyond its end");
    }
  }

  /** The offset of the first byte that differs from the pattern, or -1. */
  private static long firstDifference(
      MemorySegment segment, long offset, long bytes, MemorySegment pattern) {
    for (long done = 0; done < bytes; done += PATTERN_BYTES) {
      long part = Math.min(bytes - done, PATTERN_BYTES);
      long from = offset + done;
      long at = MemorySegment.mismatch(segment, from, from + part, pattern, 0, part);
      if (at >= 0) {
        return from + at;
      }
    }
    return -1;
  }

  private static void fill(MemorySegment segment, long offset, long bytes, byte value) {
    segment.asSlice(offset, bytes).fill(value);
  }

  static String name(long ref) {
    return "block " + SlabAllocator.chunkOf(ref) + ":" + SlabAllocator.offset(ref);
  }
}
