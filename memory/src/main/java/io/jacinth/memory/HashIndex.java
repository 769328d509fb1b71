package io.jacinth.memory;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * A hash table of references by linear hashing (Litwin 1980; Larson 1988): it grows and shrinks by
 * one bucket at a time, so that no operation ever pauses and memory stays proportional, at about 14
 * bytes an entry. Used under the partition's lock.
 *
 * <p>With N buckets and L = ⌊log2 N⌋, an entry lies in bucket {@code hash mod 2^(L+1)} if there is
 * one of that number, else in {@code hash mod 2^L}. To grow, bucket N - 2^L is split by bit L of
 * its entries' hashes; to shrink, the last bucket joins the one it was split from.
 *
 * <p>A bucket is a cache line ({@link BucketChains}): seven slots and a link to an overflow bucket.
 * A slot holds 16 bits of the hash, bits 10 to 25, beside the reference: a lookup touches an entry
 * only where they agree, and a split by one of these bits touches no entry at all.
 *
 * <p>Buckets lie in blocks of 256, found through a directory; a table of up to 256 has one block of
 * a power of two. An empty table owns nothing.
 *
 * @param <K> what entries are sought by
 */
public final class HashIndex<K> {
  /** What the index asks of the owner of the entries. */
  public interface Entries<K> {
    /** Whether the entry that a reference names has this key. */
    boolean matches(long ref, K key);

    /** The hash of the entry's key: the one that it was inserted with. */
    long hash(long ref);
  }

  /** The lowest bit of a hash that is in its fingerprint. */
  static final int FINGERPRINT_SHIFT = 10;

  private static final int BLOCK_SHIFT = 8;
  private static final int BLOCK_BUCKETS = 1 << BLOCK_SHIFT;
  private static final int BLOCK_MASK = BLOCK_BUCKETS - 1;
  private static final int BUCKET_SHIFT = 3;
  private static final long[] NO_DIRECTORY = {};

  /** More entries a bucket than this, and the table grows; chosen by measurement. */
  private static final int MAX_LOAD = 6;

  /** Fewer entries a bucket than this, and the table shrinks. */
  private static final int MIN_LOAD = 4;

  /** Longest chain in which every slot is drawn with the same chance; few are longer. */
  private static final int FAIR_CHAIN = 20;

  private static final int MAX_DRAWS = 100;

  private final SlabAllocator slabs;
  private final Entries<K> entries;
  private final BucketChains chains;
  private long[] directory = NO_DIRECTORY;
  private int firstBlockBuckets;
  private long bucketCount;
  private long mask;
  private long size;

  public HashIndex(SlabAllocator allocator, Entries<K> entries) {
    this.slabs = allocator;
    this.entries = entries;
    this.chains = new BucketChains(allocator, entries);
  }

  // ---------------------------------------------------------------- entries

  /** The reference of the entry with a key, 0 if there is none. */
  public long find(long hash, K key) {
    if (size == 0) {
      return 0;
    }
    int fingerprint = fingerprint(hash);
    long bucket = bucketFor(hash);
    do {
      MemorySegment segment = slabs.segment(bucket);
      long offset = SlabAllocator.offset(bucket);
      for (int i = 0; i < BucketChains.SLOTS; i++) {
        long slot = segment.get(JAVA_LONG_UNALIGNED, offset + (i << 3));
        if (BucketChains.fingerprintOf(slot) == fingerprint
            && slot != 0
            && entries.matches(BucketChains.refOf(slot), key)) {
          return BucketChains.refOf(slot);
        }
      }
      bucket = segment.get(JAVA_LONG_UNALIGNED, offset + BucketChains.NEXT);
    } while (bucket != 0);
    return 0;
  }

  /**
   * Adds an entry whose key, as the caller knows, is not there.
   *
   * @throws OutOfMemoryError where the table cannot grow; nothing is changed then
   */
  public void insert(long hash, long ref) {
    if (size >= bucketCount * MAX_LOAD) {
      grow();
    }
    chains.append(bucketFor(hash), slot(hash, ref));
    size++;
  }

  /** Notes that an entry, which must be there, has moved. */
  public void replace(long hash, long oldRef, long newRef) {
    if (size == 0 || !chains.replace(bucketFor(hash), slot(hash, oldRef), slot(hash, newRef))) {
      throw new IllegalStateException("no such entry: " + BlockChecks.name(oldRef));
    }
  }

  /** Removes the entry of this very reference; false where it is not there. */
  public boolean remove(long hash, long ref) {
    if (size == 0 || !chains.remove(bucketFor(hash), slot(hash, ref))) {
      return false;
    }
    size--;
    if (size == 0) {
      dispose();
    } else if (size < (bucketCount - 1) * MIN_LOAD) {
      shrink();
    }
    return true;
  }

  /** Whether the entry of this very reference is there; nothing is read from the entry. */
  public boolean contains(long hash, long ref) {
    return size > 0 && chains.contains(bucketFor(hash), slot(hash, ref));
  }

  /** Number of entries. */
  public long size() {
    return size;
  }

  private static int fingerprint(long hash) {
    return (int) (hash >>> FINGERPRINT_SHIFT) & 0xFFFF;
  }

  private static long slot(long hash, long ref) {
    return BucketChains.slot(fingerprint(hash), ref);
  }

  private long bucketFor(long hash) {
    return bucket(numberFor(hash));
  }

  private long numberFor(long hash) {
    long number = hash & mask;
    return number < bucketCount ? number : number & mask >>> 1;
  }

  private long bucket(long number) {
    return directory[(int) (number >>> BLOCK_SHIFT)] + ((number & BLOCK_MASK) << BUCKET_SHIFT);
  }

  // ---------------------------------------------------------------- ahead of the lock

  /*
   * Looking up many keys one after another waits twice for memory each time: for the bucket and for
   * the entry. These three steps, each done for all keys before the next, let the processor wait for
   * all of them at once (group prefetching: Chen et al., Improving Hash Join Performance through
   * Prefetching, 2004). They run without the lock, so what they read may be stale or nonsense: it
   * serves as a hint for the next step, nothing else.
   */

  /** First step: reads from the bucket of a hash. */
  public long touchBucket(long hash) {
    return glanceAtBucket(hash, 0);
  }

  /** Second step: the reference of an entry that may have the hash, or 0. */
  public long guess(long hash) {
    int fingerprint = fingerprint(hash);
    for (int i = 0; i < BucketChains.SLOTS; i++) {
      long slot = glanceAtBucket(hash, i << 3);
      if (BucketChains.fingerprintOf(slot) == fingerprint) {
        return BucketChains.refOf(slot);
      }
    }
    return 0;
  }

  /** Third step: reads from the entry. */
  public long touchEntry(long ref) {
    return slabs.glance(ref, 0);
  }

  private long glanceAtBucket(long hash, int at) {
    long[] blocks = directory;
    long number = numberFor(hash);
    long block = number >>> BLOCK_SHIFT;
    return block >= blocks.length
        ? 0
        : slabs.glance(blocks[(int) block], (number & BLOCK_MASK) * BucketChains.BUCKET_BYTES + at);
  }

  // ---------------------------------------------------------------- growing and shrinking

  private void grow() {
    long number = bucketCount;
    if (number == 0) {
      addRoom(number);
      setBucketCount(1);
      chains.format(bucket(0));
      return;
    }
    chains.reserve(chains.overflows(bucket(splitFrom(number))));
    try {
      addRoom(number);
      setBucketCount(number + 1);
      long added = bucket(number);
      chains.format(added);
      chains.split(bucket(splitFrom(number)), added, level(number));
    } finally {
      chains.freeSpares();
    }
  }

  /** Gives up the last bucket, unless there is no memory for the overflow buckets this may take. */
  private void shrink() {
    long last = bucket(bucketCount - 1);
    try {
      chains.reserve(chains.overflows(last) + 1);
    } catch (OutOfMemoryError refused) {
      return;
    }
    chains.merge(last, bucket(splitFrom(bucketCount - 1)));
    chains.freeSpares();
    dropLastBucket();
  }

  private void dropLastBucket() {
    setBucketCount(bucketCount - 1);
    removeRoom(bucketCount);
  }

  private void setBucketCount(long count) {
    bucketCount = count;
    mask = (Long.highestOneBit(count) << 1) - 1;
  }

  private static long splitFrom(long number) {
    return number - Long.highestOneBit(number);
  }

  private static int level(long number) {
    return 63 - Long.numberOfLeadingZeros(number);
  }

  /** Makes room for the bucket that follows the last. */
  private void addRoom(long number) {
    if (number < BLOCK_BUCKETS) {
      if (number == firstBlockBuckets) {
        resizeFirstBlock(Math.max(1, firstBlockBuckets * 2));
      }
    } else if ((number & BLOCK_MASK) == 0) {
      int block = (int) (number >>> BLOCK_SHIFT);
      if (block == directory.length) {
        directory = Arrays.copyOf(directory, block * 2);
      }
      directory[block] = slabs.allocate(BLOCK_BUCKETS * BucketChains.BUCKET_BYTES);
    }
  }

  /** Frees what no bucket below this number needs. */
  private void removeRoom(long number) {
    if (number == 0) {
      removeFirstBlock();
    } else if (number < BLOCK_BUCKETS) {
      if (number <= firstBlockBuckets / 2) {
        shrinkFirstBlock();
      }
    } else if ((number & BLOCK_MASK) == 0) {
      int block = (int) (number >>> BLOCK_SHIFT);
      slabs.free(directory[block]);
      directory[block] = 0;
      if (block <= directory.length / 4) {
        directory = Arrays.copyOf(directory, directory.length / 2);
      }
    }
  }

  private void resizeFirstBlock(int buckets) {
    long newBlock = slabs.allocate((long) buckets * BucketChains.BUCKET_BYTES);
    if (firstBlockBuckets > 0) {
      copyBuckets(directory[0], newBlock, Math.min(firstBlockBuckets, buckets));
      slabs.free(directory[0]);
    }
    directory = new long[] {newBlock};
    firstBlockBuckets = buckets;
  }

  /** Halves the first block, unless there is no memory for the smaller one. */
  private void shrinkFirstBlock() {
    try {
      resizeFirstBlock(firstBlockBuckets / 2);
    } catch (OutOfMemoryError refused) {
      // The block stays larger than it need be.
    }
  }

  private void removeFirstBlock() {
    slabs.free(directory[0]);
    directory = NO_DIRECTORY;
    firstBlockBuckets = 0;
  }

  private void copyBuckets(long source, long target, int buckets) {
    MemorySegment.copy(
        slabs.segment(source),
        SlabAllocator.offset(source),
        slabs.segment(target),
        SlabAllocator.offset(target),
        (long) buckets * BucketChains.BUCKET_BYTES);
  }

  /** Number of buckets, overflow buckets not counted. */
  public long bucketCount() {
    return bucketCount;
  }

  /** Memory of buckets, overflow buckets and the directory. */
  public long bytes() {
    long buckets =
        bucketCount <= BLOCK_BUCKETS
            ? firstBlockBuckets
            : bucketCount + BLOCK_BUCKETS - 1 & -BLOCK_BUCKETS;
    return (buckets + chains.overflowCount()) * BucketChains.BUCKET_BYTES
        + (long) directory.length * Long.BYTES;
  }

  // ---------------------------------------------------------------- walking

  /**
   * Visits the entries of one bucket and answers the cursor to go on with; 0 begins and 0 ends. An
   * entry that is there from the first call to the last is visited at least once, however the table
   * grows and shrinks between calls. Any number is accepted. The visitor must not change the table.
   *
   * <p>As in Redis, cursors are counted with their bits reversed: the buckets are the leaves of the
   * binary tree of hashes read from the lowest bit, and the cursor is the place in that tree, in
   * order, before which all has been visited. Splits and merges change the leaves, not the order.
   */
  public long scan(long cursor, LongConsumer visitor) {
    if (bucketCount == 0) {
      return 0;
    }
    long number = numberFor(cursor);
    chains.forEach(bucket(number), visitor);
    long beyond = cursor | -1L << depth(number);
    return Long.reverse(Long.reverse(beyond) + 1);
  }

  /** How many low bits of the hash all entries of a bucket have in common. */
  private int depth(long number) {
    int level = level(bucketCount);
    long full = 1L << level;
    return number >= full || number < bucketCount - full ? level + 1 : level;
  }

  /**
   * The reference of an entry drawn nearly uniformly, 0 when there is none: a slot of a bucket is
   * drawn again until it is one in use.
   */
  public long random(long randomBits) {
    if (size == 0) {
      return 0;
    }
    long bits = randomBits;
    long number = 0;
    for (int draw = 0; draw < MAX_DRAWS; draw++) {
      bits = mix(bits + draw);
      number = Math.unsignedMultiplyHigh(bits, bucketCount);
      long bucket = bucket(number);
      int length = chains.length(bucket);
      int position = (int) ((bits & 0xFFFFFFFFL) * Math.max(length, FAIR_CHAIN) >>> 32);
      if (position < length) {
        return BucketChains.refOf(chains.slotAt(bucket, position));
      }
    }
    return firstFrom(number);
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long bits) {
    long z = bits + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** An entry of the first bucket from a number on that has one. */
  private long firstFrom(long start) {
    long number = start;
    while (chains.length(bucket(number)) == 0) {
      number = number + 1 == bucketCount ? 0 : number + 1;
    }
    return BucketChains.refOf(chains.slotAt(bucket(number), 0));
  }

  /** Visits every entry. The visitor must not change the table. */
  public void forEach(LongConsumer visitor) {
    for (long number = 0; number < bucketCount; number++) {
      chains.forEach(bucket(number), visitor);
    }
  }

  /** Visits the blocks that the index itself has allocated. */
  public void forEachBlock(LongConsumer visitor) {
    for (long block : directory) {
      if (block != 0) {
        visitor.accept(block);
      }
    }
    for (long number = 0; number < bucketCount; number++) {
      chains.forEachOverflow(bucket(number), visitor);
    }
  }

  /** The first bucket of the chain of a number below {@link #bucketCount}. */
  long bucketAt(long number) {
    return bucket(number);
  }

  SlabAllocator slabs() {
    return slabs;
  }

  // ---------------------------------------------------------------- moving

  /** Visits the entries of so many buckets, from one on. The visitor must not change the table. */
  public void forEach(long from, int buckets, LongConsumer visitor) {
    long end = Math.min(from + buckets, bucketCount);
    for (long number = from; number < end; number++) {
      chains.forEach(bucket(number), visitor);
    }
  }

  /**
   * Moves what the index itself has allocated for so many buckets, from one on, out of chunks that
   * are being emptied.
   *
   * @throws OutOfMemoryError where there is no room for them elsewhere; the index is sound then
   */
  public void moveSome(long from, int buckets) {
    long end = Math.min(from + buckets, bucketCount);
    for (long number = from; number < end; number++) {
      if ((number & BLOCK_MASK) == 0) {
        moveBlock((int) (number >>> BLOCK_SHIFT));
      }
      chains.moveOverflows(bucket(number));
    }
  }

  private void moveBlock(int number) {
    long block = directory[number];
    if (slabs.isLeaving(block)) {
      int buckets = number == 0 ? firstBlockBuckets : BLOCK_BUCKETS;
      long moved = slabs.allocate((long) buckets * BucketChains.BUCKET_BYTES);
      copyBuckets(block, moved, buckets);
      directory[number] = moved;
      slabs.free(block);
    }
  }

  // ---------------------------------------------------------------- clearing

  /**
   * Removes the entries of so many buckets, giving each to a visitor that may free it; true when
   * the table is empty, its memory freed. Between steps the table may be used: what is not yet
   * removed is found.
   */
  public boolean clearStep(int buckets, LongConsumer freed) {
    for (int i = 0; i < buckets && bucketCount > 0; i++) {
      long last = bucket(bucketCount - 1);
      size -= chains.length(last);
      chains.forEach(last, freed);
      chains.clear(last);
      dropLastBucket();
    }
    return bucketCount == 0;
  }

  /** Frees the buckets and forgets the entries, which are left alone. */
  public void dispose() {
    while (bucketCount > 0) {
      chains.clear(bucket(bucketCount - 1));
      dropLastBucket();
    }
    size = 0;
  }

  // ---------------------------------------------------------------- checking

  /**
   * Verifies that every entry is where it is sought and that the sums are right.
   *
   * @throws IllegalStateException saying what is broken
   */
  public void check() {
    long[] found = {0, 0};
    for (long i = 0; i < bucketCount; i++) {
      long number = i;
      long bucket = bucket(number);
      chains.check(bucket);
      chains.forEachOverflow(bucket, overflow -> found[1]++);
      for (int position = 0, length = chains.length(bucket); position < length; position++) {
        checkSlot(number, chains.slotAt(bucket, position));
        found[0]++;
      }
    }
    require(found[0] == size, "found " + found[0] + " entries, counted " + size);
    require(
        found[1] == chains.overflowCount(),
        "found " + found[1] + " overflow buckets, counted " + chains.overflowCount());
  }

  private void checkSlot(long number, long slot) {
    long ref = BucketChains.refOf(slot);
    long hash = entries.hash(ref);
    require(ref != 0, "bucket " + number + " has a fingerprint without a reference");
    require(
        fingerprint(hash) == BucketChains.fingerprintOf(slot),
        "bucket " + number + " has another fingerprint than " + BlockChecks.name(ref));
    require(
        numberFor(hash) == number,
        BlockChecks.name(ref) + " is in bucket " + number + ", sought in " + numberFor(hash));
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalStateException(problem);
    }
  }
}
