package io.jacinth.engine.value.stream;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.memory.SlabAllocator;
import java.lang.foreign.MemorySegment;

/**
 * The nodes of a stream in the order of their ids: a circular array of (reference, milliseconds,
 * sequence) in one block, three longs a node. Found by binary search; added at the tail, taken at
 * the head in O(1), elsewhere by moving the shorter side. Used under the partition's lock.
 */
final class NodeDirectory {
  private static final int SLOT_BYTES = 24;
  private static final int FIRST_CAPACITY = 2;

  private final SlabAllocator slabs;
  private long block;
  private int capacity;
  private int head;
  private int size;

  NodeDirectory(SlabAllocator slabs) {
    this.slabs = slabs;
  }

  int size() {
    return size;
  }

  /** The block of the array; 0 where there is none. */
  long block() {
    return block;
  }

  private MemorySegment segment() {
    return slabs.segment(block);
  }

  private long at(int index) {
    return SlabAllocator.offset(block) + (long) (head + index & capacity - 1) * SLOT_BYTES;
  }

  /** The reference of a node's block. */
  long ref(int index) {
    return segment().get(JAVA_LONG_UNALIGNED, at(index));
  }

  void ref(int index, long ref) {
    segment().set(JAVA_LONG_UNALIGNED, at(index), ref);
  }

  /** The milliseconds of the id that a node began with. */
  long millis(int index) {
    return segment().get(JAVA_LONG_UNALIGNED, at(index) + 8);
  }

  /** The sequence number of the id that a node began with. */
  long sequence(int index) {
    return segment().get(JAVA_LONG_UNALIGNED, at(index) + 16);
  }

  /** The last node that begins at or before an id; -1 where all begin after it. */
  int floor(long millis, long sequence) {
    int low = 0;
    int high = size - 1;
    if (high >= 0 && compare(high, millis, sequence) <= 0) {
      return high;
    }
    while (low <= high) {
      int middle = low + high >>> 1;
      if (compare(middle, millis, sequence) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  private int compare(int index, long millis, long sequence) {
    return StreamId.compare(millis(index), sequence(index), millis, sequence);
  }

  /** Adds a node behind all others. */
  void append(long ref, long millis, long sequence) {
    if (size == capacity) {
      resize(capacity == 0 ? FIRST_CAPACITY : capacity * 2);
    }
    set(size++, ref, millis, sequence);
  }

  private void set(int index, long ref, long millis, long sequence) {
    MemorySegment segment = segment();
    long at = at(index);
    segment.set(JAVA_LONG_UNALIGNED, at, ref);
    segment.set(JAVA_LONG_UNALIGNED, at + 8, millis);
    segment.set(JAVA_LONG_UNALIGNED, at + 16, sequence);
  }

  /** Takes a node out; its block is left to the caller. */
  void remove(int index) {
    if (index < size / 2) {
      for (int i = index; i > 0; i--) {
        move(i - 1, i);
      }
      head = head + 1 & capacity - 1;
    } else {
      for (int i = index; i < size - 1; i++) {
        move(i + 1, i);
      }
    }
    size--;
    if (size == 0) {
      free();
    } else if (size < capacity / 8) {
      shrink();
    }
  }

  private void move(int from, int to) {
    set(to, ref(from), millis(from), sequence(from));
  }

  /** Gives half of the room back; there may be no memory to do it with, then it stays. */
  private void shrink() {
    try {
      resize(capacity / 2);
    } catch (OutOfMemoryError refused) {
      // The array serves as it is.
    }
  }

  private void resize(int newCapacity) {
    long newBlock = slabs.allocate((long) newCapacity * SLOT_BYTES);
    MemorySegment target = slabs.segment(newBlock);
    long start = SlabAllocator.offset(newBlock);
    for (int i = 0; i < size; i++) {
      MemorySegment.copy(segment(), at(i), target, start + (long) i * SLOT_BYTES, SLOT_BYTES);
    }
    if (block != 0) {
      slabs.free(block);
    }
    block = newBlock;
    capacity = newCapacity;
    head = 0;
  }

  /** Frees the array, not the nodes. */
  void free() {
    if (block != 0) {
      slabs.free(block);
    }
    block = 0;
    capacity = 0;
    head = 0;
    size = 0;
  }
}
