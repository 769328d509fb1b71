package io.jacinth.memory;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * References found by a hash: linear hashing (Litwin 1980; Larson 1988) with buckets of one cache
 * line. It grows and shrinks by one bucket at a time, so that no step takes long and memory stays
 * in proportion to the number of entries.
 *
 * <pre>
 *   bucket  8 words: 7 slots, then the reference of an overflow bucket of the same shape, or 0
 *   slot    upper 16 bits: bits 10 to 25 of the hash; lower 48: the reference; 0: empty
 * </pre>
 *
 * <p>The slots of a bucket's chain are filled without holes. With N buckets, 2^L &lt;= N &lt;
 * 2^(L+1), the bucket of a hash is its lower L+1 bits if that is below N, else its lower L bits; so
 * each bucket is a node of depth L or L+1 in the trie of the lower hash bits, which is what {@link
 * #scan} walks. A split decides by one more bit of the hash, which for levels 10 to 25 stands in the
 * slot: the entries themselves are not touched.
 *
 * <p>Buckets lie in segments of 256; a smaller index is a single block that grows by doubling. An
 * empty index owns nothing. About 14 bytes an entry. Used under the lock of the allocator's owner.
 *
 * @param <K> what entries are looked up by
 */
public final class HashIndex<K> {
  /** What the index must know of the entries that its references name. */
  public interface Entries<K> {
    boolean matches(long ref, K key);

    /** The hash under which the entry was inserted. */
    long hash(long ref);
  }

  private static final int SLOTS = 7;
  private static final long LINK = SLOTS * 8L;
  private static final int BUCKET = 64;
  private static final int SEGMENT_BUCKETS = 256;
  private static final long REF_MASK = (1L << 48) - 1;
  private static final int TAG_SHIFT = 10;
  private static final int TAG_BITS = 16;

  /** Entries a bucket at which one more bucket is made, and below which one is given up. */
  private static final double GROW_AT = 6.0;

  private static final double SHRINK_AT = 2.5;

  private final SlabAllocator slabs;
  private final Entries<K> entries;
  private long size;
  private int buckets;

  /** Largest power of two that is not above {@link #buckets}. */
  private int base;

  /** Segments of buckets; of a small index, the one block. */
  private long[] directory = new long[1];

  private int smallCapacity;
  private long overflowBuckets;
  private long[] moving = new long[32];

  public HashIndex(SlabAllocator slabs, Entries<K> entries) {
    this.slabs = slabs;
    this.entries = entries;
  }

  public long size() {
    return size;
  }

  public long bucketCount() {
    return buckets;
  }

  /** Memory of buckets, overflow and directory. */
  public long bytes() {
    long segments =
        buckets <= SEGMENT_BUCKETS
            ? (long) smallCapacity * BUCKET
            : (long) (buckets + SEGMENT_BUCKETS - 1) / SEGMENT_BUCKETS * SEGMENT_BUCKETS * BUCKET;
    return segments + overflowBuckets * BUCKET + directory.length * 8L;
  }

  // ---------------------------------------------------------------- looking up

  private int bucketOf(long hash) {
    int bucket = (int) hash & 2 * base - 1;
    return bucket < buckets ? bucket : bucket - base;
  }

  private MemorySegment segmentOf(int bucket) {
    return slabs.segment(directory[bucket >>> 8]);
  }

  private long offsetOf(int bucket) {
    return SlabAllocator.offset(directory[bucket >>> 8])
        + (long) (bucket & SEGMENT_BUCKETS - 1) * BUCKET;
  }

  private static long tagged(long hash, long ref) {
    return hash >>> TAG_SHIFT << 64 - TAG_BITS | ref;
  }

  /** The reference of the entry that matches a key, or 0. */
  public long find(long hash, K key) {
    if (size == 0) {
      return 0;
    }
    int bucket = bucketOf(hash);
    MemorySegment segment = segmentOf(bucket);
    long offset = offsetOf(bucket);
    long tag = tagged(hash, 0);
    while (true) {
      for (int i = 0; i < SLOTS; i++) {
        long slot = segment.get(JAVA_LONG, offset + i * 8L);
        if (slot == 0) {
          return 0;
        }
        if ((slot & ~REF_MASK) == tag && entries.matches(slot & REF_MASK, key)) {
          return slot & REF_MASK;
        }
      }
      long overflow = segment.get(JAVA_LONG, offset + LINK);
      if (overflow == 0) {
        return 0;
      }
      segment = slabs.segment(overflow);
      offset = SlabAllocator.offset(overflow);
    }
  }

  // ---------------------------------------------------------------- changing

  /** Adds an entry whose key the caller knows to be absent. */
  public void insert(long hash, long ref) {
    if (buckets == 0) {
      createFirst();
    } else if (size >= GROW_AT * buckets) {
      split();
    }
    append(bucketOf(hash), tagged(hash, ref));
    size++;
  }

  /** Puts another reference in the place of an entry's; the key and so the hash stay. */
  public void replace(long hash, long oldRef, long newRef) {
    int bucket = bucketOf(hash);
    MemorySegment segment = segmentOf(bucket);
    long offset = offsetOf(bucket);
    long wanted = tagged(hash, oldRef);
    while (true) {
      for (int i = 0; i < SLOTS; i++) {
        if (segment.get(JAVA_LONG, offset + i * 8L) == wanted) {
          segment.set(JAVA_LONG, offset + i * 8L, tagged(hash, newRef));
          return;
        }
      }
      long overflow = segment.get(JAVA_LONG, offset + LINK);
      if (overflow == 0) {
        throw new IllegalStateException("reference " + oldRef + " is not in the index");
      }
      segment = slabs.segment(overflow);
      offset = SlabAllocator.offset(overflow);
    }
  }

  /** Removes an entry by its reference; false where it is not there. */
  public boolean remove(long hash, long ref) {
    if (size == 0 || !removeFromChain(bucketOf(hash), tagged(hash, ref))) {
      return false;
    }
    size--;
    if (size == 0) {
      dispose();
    } else if (buckets > 1 && size < SHRINK_AT * buckets) {
      merge();
    }
    return true;
  }

  /** Fills the hole with the last slot of the chain and frees the overflow bucket that this empties. */
  private boolean removeFromChain(int bucket, long wanted) {
    MemorySegment segment = segmentOf(bucket);
    long offset = offsetOf(bucket);
    MemorySegment holeSegment = null;
    long hole = 0;
    MemorySegment parentSegment = null;
    long parent = 0;
    while (true) {
      long last = -1;
      for (int i = 0; i < SLOTS; i++) {
        long slot = segment.get(JAVA_LONG, offset + i * 8L);
        if (slot == 0) {
          break;
        }
        last = offset + i * 8L;
        if (slot == wanted) {
          holeSegment = segment;
          hole = last;
        }
      }
      long overflow = segment.get(JAVA_LONG, offset + LINK);
      if (overflow == 0) {
        if (holeSegment == null) {
          return false;
        }
        holeSegment.set(JAVA_LONG, hole, segment.get(JAVA_LONG, last));
        segment.set(JAVA_LONG, last, 0);
        if (last == offset && parentSegment != null) {
          slabs.free(parentSegment.get(JAVA_LONG, parent + LINK));
          parentSegment.set(JAVA_LONG, parent + LINK, 0);
          overflowBuckets--;
        }
        return true;
      }
      parentSegment = segment;
      parent = offset;
      segment = slabs.segment(overflow);
      offset = SlabAllocator.offset(overflow);
    }
  }

  private void append(int bucket, long slot) {
    MemorySegment segment = segmentOf(bucket);
    long offset = offsetOf(bucket);
    while (true) {
      for (int i = 0; i < SLOTS; i++) {
        if (segment.get(JAVA_LONG, offset + i * 8L) == 0) {
          segment.set(JAVA_LONG, offset + i * 8L, slot);
          return;
        }
      }
      long overflow = segment.get(JAVA_LONG, offset + LINK);
      if (overflow == 0) {
        overflow = newOverflow();
        segment.set(JAVA_LONG, offset + LINK, overflow);
      }
      segment = slabs.segment(overflow);
      offset = SlabAllocator.offset(overflow);
    }
  }

  private long newOverflow() {
    long ref = slabs.allocate(BUCKET);
    zero(slabs.segment(ref), SlabAllocator.offset(ref), 1);
    overflowBuckets++;
    return ref;
  }

  private static void zero(MemorySegment segment, long offset, int buckets) {
    for (long i = 0; i < (long) buckets * BUCKET; i += 8) {
      segment.set(JAVA_LONG, offset + i, 0);
    }
  }

  // ---------------------------------------------------------------- growing and shrinking

  private void createFirst() {
    directory[0] = slabs.allocate(BUCKET);
    zero(slabs.segment(directory[0]), SlabAllocator.offset(directory[0]), 1);
    smallCapacity = 1;
    buckets = 1;
    base = 1;
  }

  /** Makes bucket number N out of bucket N - 2^L. */
  private void split() {
    int level = Integer.numberOfTrailingZeros(base);
    int source = buckets - base;
    ensureRoomFor(buckets);
    int target = buckets++;
    if (buckets == 2 * base) {
      base = buckets;
    }
    int count = emptyChain(source);
    for (int i = 0; i < count; i++) {
      append(hashBit(moving[i], level) ? target : source, moving[i]);
    }
  }

  private boolean hashBit(long slot, int level) {
    if (level >= TAG_SHIFT && level < TAG_SHIFT + TAG_BITS) {
      return (slot >>> 64 - TAG_BITS - TAG_SHIFT + level & 1) != 0;
    }
    return (entries.hash(slot & REF_MASK) >>> level & 1) != 0;
  }

  /** Puts the last bucket's entries back into the bucket that it was split from. */
  private void merge() {
    int last = buckets - 1;
    int count = emptyChain(last);
    buckets = last;
    if (buckets < base) {
      base /= 2;
    }
    for (int i = 0; i < count; i++) {
      append(last - base, moving[i]);
    }
    shrinkRoom();
  }

  /** Collects a chain's slots in {@link #moving}, zeroes the bucket and frees its overflow. */
  private int emptyChain(int bucket) {
    MemorySegment segment = segmentOf(bucket);
    long offset = offsetOf(bucket);
    long self = 0;
    int count = 0;
    while (true) {
      if (count + SLOTS > moving.length) {
        moving = Arrays.copyOf(moving, moving.length * 2);
      }
      for (int i = 0; i < SLOTS; i++) {
        long slot = segment.get(JAVA_LONG, offset + i * 8L);
        if (slot != 0) {
          moving[count++] = slot;
        }
      }
      long overflow = segment.get(JAVA_LONG, offset + LINK);
      if (self == 0) {
        zero(segment, offset, 1);
      } else {
        slabs.free(self);
        overflowBuckets--;
      }
      if (overflow == 0) {
        return count;
      }
      self = overflow;
      segment = slabs.segment(overflow);
      offset = SlabAllocator.offset(overflow);
    }
  }

  private void ensureRoomFor(int bucket) {
    if (bucket < SEGMENT_BUCKETS) {
      if (bucket == smallCapacity) {
        resizeSmall(smallCapacity * 2);
      }
      return;
    }
    int number = bucket >>> 8;
    if (number >= directory.length) {
      directory = Arrays.copyOf(directory, directory.length * 2);
    }
    if ((bucket & SEGMENT_BUCKETS - 1) == 0) {
      long ref = slabs.allocate((long) SEGMENT_BUCKETS * BUCKET);
      zero(slabs.segment(ref), SlabAllocator.offset(ref), SEGMENT_BUCKETS);
      directory[number] = ref;
    }
  }

  private void shrinkRoom() {
    if (buckets >= SEGMENT_BUCKETS) {
      if ((buckets & SEGMENT_BUCKETS - 1) == 0) {
        slabs.free(directory[buckets >>> 8]);
        directory[buckets >>> 8] = 0;
        if (buckets >>> 8 < directory.length / 4) {
          directory = Arrays.copyOf(directory, directory.length / 2);
        }
      }
    } else if (buckets <= smallCapacity / 4) {
      resizeSmall(smallCapacity / 2);
    }
  }

  private void resizeSmall(int capacity) {
    long old = directory[0];
    long ref = slabs.allocate((long) capacity * BUCKET);
    int kept = Math.min(capacity, smallCapacity);
    MemorySegment target = slabs.segment(ref);
    long offset = SlabAllocator.offset(ref);
    MemorySegment.copy(
        slabs.segment(old), SlabAllocator.offset(old), target, offset, (long) kept * BUCKET);
    zero(target, offset + (long) kept * BUCKET, capacity - kept);
    slabs.free(old);
    directory[0] = ref;
    smallCapacity = capacity;
  }

  // ---------------------------------------------------------------- walking

  /**
   * Visits the entries of one bucket and answers the cursor of the next, 0 at the end. An entry
   * that is there throughout a walk from cursor 0 to cursor 0 is visited at least once, however the
   * index grows and shrinks meanwhile: the walk is in the order of the reversed lower hash bits (as
   * Redis's SCAN, Noordhuis 2013), and each step goes past exactly the trie node of its bucket. Any
   * number is a valid cursor. The visitor must not change the index.
   */
  public long scan(long cursor, LongConsumer visitor) {
    if (size == 0) {
      return 0;
    }
    int bucket = bucketOf(cursor);
    visitChain(bucket, visitor);
    boolean isDeep = bucket >= base || bucket < buckets - base;
    long mask = (isDeep ? 2L * base : base) - 1;
    return Long.reverse(Long.reverse(cursor | ~mask) + 1);
  }

  private void visitChain(int bucket, LongConsumer visitor) {
    MemorySegment segment = segmentOf(bucket);
    long offset = offsetOf(bucket);
    while (true) {
      for (int i = 0; i < SLOTS; i++) {
        long slot = segment.get(JAVA_LONG, offset + i * 8L);
        if (slot == 0) {
          return;
        }
        visitor.accept(slot & REF_MASK);
      }
      long overflow = segment.get(JAVA_LONG, offset + LINK);
      if (overflow == 0) {
        return;
      }
      segment = slabs.segment(overflow);
      offset = SlabAllocator.offset(overflow);
    }
  }

  /** Visits every entry. The visitor must not change the index. */
  public void forEach(LongConsumer visitor) {
    for (int bucket = 0; size > 0 && bucket < buckets; bucket++) {
      visitChain(bucket, visitor);
    }
  }

  /**
   * An entry chosen near uniformly, or 0 where there is none: a random bucket and a random place in
   * its chain, again while there is nothing.
   *
   * @param randomBits 64 random bits; equal bits choose equally
   */
  public long random(long randomBits) {
    if (size == 0) {
      return 0;
    }
    long state = randomBits;
    while (true) {
      state = state * 0x5851F42D4C957F2DL + 0x14057B7EF767814FL;
      int bucket = (int) Math.unsignedMultiplyHigh(state, buckets);
      int place = (int) (state >>> 17 & 15);
      long ref = atPlace(bucket, place);
      if (ref != 0) {
        return ref;
      }
    }
  }

  private long atPlace(int bucket, int place) {
    MemorySegment segment = segmentOf(bucket);
    long offset = offsetOf(bucket);
    for (int left = place; ; left -= SLOTS) {
      if (left < SLOTS) {
        return segment.get(JAVA_LONG, offset + left * 8L) & REF_MASK;
      }
      long overflow = segment.get(JAVA_LONG, offset + LINK);
      if (overflow == 0) {
        return 0;
      }
      segment = slabs.segment(overflow);
      offset = SlabAllocator.offset(overflow);
    }
  }

  // ---------------------------------------------------------------- ending

  /**
   * Removes some buckets with all their entries, for an index that nobody looks into any more; true
   * once everything is gone and freed.
   */
  public boolean clearStep(int count, LongConsumer removed) {
    for (int i = 0; i < count && buckets > 0; i++) {
      int entriesOfBucket = emptyChain(--buckets);
      size -= entriesOfBucket;
      for (int j = 0; j < entriesOfBucket; j++) {
        removed.accept(moving[j] & REF_MASK);
      }
      if (buckets >= SEGMENT_BUCKETS && (buckets & SEGMENT_BUCKETS - 1) == 0) {
        slabs.free(directory[buckets >>> 8]);
        directory[buckets >>> 8] = 0;
      }
    }
    if (buckets == 0) {
      dispose();
    }
    return buckets == 0;
  }

  /** Frees the index's own memory; what its references name is the caller's. */
  public void dispose() {
    if (smallCapacity == 0) {
      return;
    }
    for (int bucket = 0; overflowBuckets > 0 && bucket < buckets; bucket++) {
      emptyChain(bucket);
    }
    for (long segment : directory) {
      if (segment != 0) {
        slabs.free(segment);
      }
    }
    directory = new long[1];
    smallCapacity = 0;
    buckets = 0;
    base = 0;
    size = 0;
  }

  /**
   * Verifies that every entry is where its hash says and that the counts hold.
   *
   * @throws IllegalStateException saying what is broken
   */
  public void check() {
    long[] seen = {0};
    for (int bucket = 0; size > 0 && bucket < buckets; bucket++) {
      int expected = bucket;
      visitChain(
          bucket,
          ref -> {
            seen[0]++;
            if (bucketOf(entries.hash(ref)) != expected) {
              throw new IllegalStateException(
                  "reference " + ref + " is in bucket " + expected + ", where it does not belong");
            }
          });
    }
    if (seen[0] != size) {
      throw new IllegalStateException(seen[0] + " entries are indexed, " + size + " counted");
    }
  }
}
