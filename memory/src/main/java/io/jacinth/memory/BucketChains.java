package io.jacinth.memory;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.function.LongConsumer;

/**
 * Buckets of {@link HashIndex} with their overflow buckets: what can be done to one chain, whatever
 * the table around it. Slots are filled from the front and without gaps, so that an overflow bucket
 * exists only where it holds something. Owned by one index.
 *
 * <pre>
 *   word 0..6  slot: fingerprint 16 | reference 48, 0 when empty
 *   word 7     reference of the overflow bucket, 0 if none
 * </pre>
 */
final class BucketChains {
  static final int SLOTS = 7;
  static final int BUCKET_BYTES = 64;
  static final int BUCKET_WORDS = BUCKET_BYTES / 8;
  static final int NEXT = SLOTS * 8;

  private static final int REF_BITS = 48;
  private static final long REF_MASK = (1L << REF_BITS) - 1;

  private final SlabAllocator slabs;
  private final HashIndex.Entries<?> entries;
  private long overflowCount;

  /** Overflow buckets set aside, linked as a chain; 0 if none. */
  private long spares;

  BucketChains(SlabAllocator slabs, HashIndex.Entries<?> entries) {
    this.slabs = slabs;
    this.entries = entries;
  }

  static long slot(int fingerprint, long ref) {
    return (long) fingerprint << REF_BITS | ref;
  }

  static long refOf(long slot) {
    return slot & REF_MASK;
  }

  static int fingerprintOf(long slot) {
    return (int) (slot >>> REF_BITS);
  }

  /** Number of overflow buckets, in all chains. */
  long overflowCount() {
    return overflowCount;
  }

  private long get(long bucket, int word) {
    return slabs
        .segment(bucket)
        .get(JAVA_LONG_UNALIGNED, SlabAllocator.offset(bucket) + (word << 3));
  }

  private void set(long bucket, int word, long value) {
    slabs
        .segment(bucket)
        .set(JAVA_LONG_UNALIGNED, SlabAllocator.offset(bucket) + (word << 3), value);
  }

  private long next(long bucket) {
    return get(bucket, SLOTS);
  }

  /** Makes an empty bucket of memory of any content. */
  void format(long bucket) {
    for (int word = 0; word <= SLOTS; word++) {
      set(bucket, word, 0);
    }
  }

  /**
   * Sets overflow buckets aside for a split or a merge, which cannot stop half-way.
   *
   * @throws OutOfMemoryError where there is no memory for them; nothing is changed then
   */
  void reserve(int buckets) {
    try {
      for (int i = 0; i < buckets; i++) {
        long bucket = slabs.allocate(BUCKET_BYTES);
        set(bucket, SLOTS, spares);
        spares = bucket;
      }
    } catch (OutOfMemoryError refused) {
      freeSpares();
      throw refused;
    }
  }

  /** Frees what was set aside and is still there. */
  void freeSpares() {
    while (spares != 0) {
      long bucket = spares;
      spares = next(bucket);
      slabs.free(bucket);
    }
  }

  /** Moves the overflow buckets of a chain out of chunks that are being emptied. */
  void moveOverflows(long bucket) {
    long previous = bucket;
    for (long each = next(bucket); each != 0; each = next(previous)) {
      previous = slabs.isLeaving(each) ? moveOverflow(previous, each) : each;
    }
  }

  private long moveOverflow(long previous, long bucket) {
    long moved = slabs.allocate(BUCKET_BYTES);
    for (int word = 0; word <= SLOTS; word++) {
      set(moved, word, get(bucket, word));
    }
    set(previous, SLOTS, moved);
    slabs.free(bucket);
    return moved;
  }

  private long takeSpare() {
    long bucket = spares;
    spares = next(bucket);
    return bucket;
  }

  private long addOverflow(long last) {
    long bucket = spares != 0 ? takeSpare() : slabs.allocate(BUCKET_BYTES);
    format(bucket);
    set(last, SLOTS, bucket);
    overflowCount++;
    return bucket;
  }

  private static int filled(MemorySegment segment, long offset) {
    int filled = 0;
    while (filled < SLOTS && segment.get(JAVA_LONG_UNALIGNED, offset + (filled << 3)) != 0) {
      filled++;
    }
    return filled;
  }

  private int filled(long bucket) {
    return filled(slabs.segment(bucket), SlabAllocator.offset(bucket));
  }

  /** Number of overflow buckets in a chain. */
  int overflows(long bucket) {
    int overflows = 0;
    for (long at = next(bucket); at != 0; at = next(at)) {
      overflows++;
    }
    return overflows;
  }

  /** Number of slots filled in a chain. */
  int length(long bucket) {
    int length = 0;
    long at = bucket;
    for (long next = next(at); next != 0; next = next(at)) {
      length += SLOTS;
      at = next;
    }
    return length + filled(at);
  }

  /** The slot at a position of a chain, counted from 0 and within its length. */
  long slotAt(long bucket, int position) {
    long at = bucket;
    int left = position;
    for (; left >= SLOTS; left -= SLOTS) {
      at = next(at);
    }
    return get(at, left);
  }

  void append(long bucket, long slot) {
    long last = last(bucket);
    int filled = filled(last);
    if (filled == SLOTS) {
      last = addOverflow(last);
      filled = 0;
    }
    set(last, filled, slot);
  }

  private long last(long bucket) {
    long at = bucket;
    for (long next = next(at); next != 0; next = next(at)) {
      at = next;
    }
    return at;
  }

  /** Puts one slot's value in the place of another; false where it is not there. */
  boolean replace(long bucket, long oldSlot, long newSlot) {
    for (long at = bucket; at != 0; at = next(at)) {
      int index = indexOf(at, oldSlot);
      if (index >= 0) {
        set(at, index, newSlot);
        return true;
      }
    }
    return false;
  }

  boolean contains(long bucket, long slot) {
    for (long at = bucket; at != 0; at = next(at)) {
      if (indexOf(at, slot) >= 0) {
        return true;
      }
    }
    return false;
  }

  private int indexOf(long bucket, long slot) {
    MemorySegment segment = slabs.segment(bucket);
    long offset = SlabAllocator.offset(bucket);
    for (int i = 0; i < SLOTS; i++) {
      if (segment.get(JAVA_LONG_UNALIGNED, offset + (i << 3)) == slot) {
        return i;
      }
    }
    return -1;
  }

  /** Removes a slot, filling the gap from the end of the chain; false where it is not there. */
  boolean remove(long bucket, long slot) {
    for (long at = bucket; at != 0; at = next(at)) {
      int index = indexOf(at, slot);
      if (index >= 0) {
        long last = takeLast(bucket);
        if (last != slot) {
          set(at, index, last);
        }
        return true;
      }
    }
    return false;
  }

  private long takeLast(long bucket) {
    long before = 0;
    long at = bucket;
    for (long next = next(at); next != 0; next = next(at)) {
      before = at;
      at = next;
    }
    int index = filled(at) - 1;
    long slot = get(at, index);
    if (index == 0 && before != 0) {
      freeOverflows(before);
    } else {
      set(at, index, 0);
    }
    return slot;
  }

  /** Moves the slots whose hash has a bit to an empty bucket, and closes the gaps they leave. */
  void split(long source, long target, int bit) {
    long keeper = source;
    int kept = 0;
    long taker = target;
    int taken = 0;
    for (long at = source; at != 0; at = next(at)) {
      int filled = filled(at);
      for (int i = 0; i < filled; i++) {
        long slot = get(at, i);
        if (hasBit(slot, bit)) {
          if (taken == SLOTS) {
            taker = addOverflow(taker);
            taken = 0;
          }
          set(taker, taken++, slot);
        } else {
          if (kept == SLOTS) {
            keeper = next(keeper);
            kept = 0;
          }
          set(keeper, kept++, slot);
        }
      }
    }
    truncate(keeper, kept);
  }

  private boolean hasBit(long slot, int bit) {
    int inFingerprint = bit - HashIndex.FINGERPRINT_SHIFT;
    return inFingerprint >= 0 && inFingerprint < 16
        ? (fingerprintOf(slot) >>> inFingerprint & 1) != 0
        : (entries.hash(refOf(slot)) >>> bit & 1) != 0;
  }

  private void truncate(long bucket, int length) {
    for (int i = length; i < SLOTS; i++) {
      set(bucket, i, 0);
    }
    freeOverflows(bucket);
  }

  private void freeOverflows(long bucket) {
    long at = next(bucket);
    set(bucket, SLOTS, 0);
    while (at != 0) {
      long next = next(at);
      slabs.free(at);
      overflowCount--;
      at = next;
    }
  }

  /**
   * Moves all slots to another chain; the bucket itself, which remains, is not to be used again.
   */
  void merge(long source, long target) {
    for (long at = source; at != 0; at = next(at)) {
      int filled = filled(at);
      for (int i = 0; i < filled; i++) {
        append(target, get(at, i));
      }
    }
    freeOverflows(source);
  }

  void forEach(long bucket, LongConsumer visitor) {
    for (long at = bucket; at != 0; at = next(at)) {
      int filled = filled(at);
      for (int i = 0; i < filled; i++) {
        visitor.accept(refOf(get(at, i)));
      }
    }
  }

  void forEachOverflow(long bucket, LongConsumer visitor) {
    for (long at = next(bucket); at != 0; at = next(at)) {
      visitor.accept(at);
    }
  }

  /** Empties a chain. */
  void clear(long bucket) {
    truncate(bucket, 0);
  }

  /** Verifies that the chain has no gaps and no empty overflow bucket. */
  void check(long bucket) {
    for (long at = bucket; at != 0; at = next(at)) {
      int filled = filled(at);
      require(filled == SLOTS || next(at) == 0, "a bucket with room has an overflow bucket");
      require(filled > 0 || at == bucket, "an overflow bucket is empty");
      for (int i = filled; i < SLOTS; i++) {
        require(get(at, i) == 0, "a bucket has a gap");
      }
    }
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalStateException(problem);
    }
  }
}
