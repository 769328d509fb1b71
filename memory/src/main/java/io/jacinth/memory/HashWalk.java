package io.jacinth.memory;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * A walk over all entries of a {@link HashIndex}, one a step, for those who want to stop in between
 * or to walk without a visitor. It is over with the table's next change. Movable; owned by whoever
 * made it.
 */
public final class HashWalk {
  private HashIndex<?> index;
  private long number;
  private long bucket;
  private int position;

  @SuppressWarnings("NullAway") // start() comes before next()
  public HashWalk() {}

  /** Stands before the first entry of an index. */
  public HashWalk start(HashIndex<?> newIndex) {
    index = newIndex;
    number = 0;
    position = 0;
    bucket = newIndex.bucketCount() == 0 ? 0 : newIndex.bucketAt(0);
    return this;
  }

  /** The reference of the next entry, 0 at the end. */
  public long next() {
    while (bucket != 0) {
      MemorySegment segment = index.slabs().segment(bucket);
      long offset = SlabAllocator.offset(bucket);
      long slot =
          position == BucketChains.SLOTS
              ? 0
              : segment.get(JAVA_LONG_UNALIGNED, offset + (position << 3));
      if (slot != 0) {
        position++;
        return BucketChains.refOf(slot);
      }
      position = 0;
      bucket = segment.get(JAVA_LONG_UNALIGNED, offset + BucketChains.NEXT);
      if (bucket == 0 && ++number < index.bucketCount()) {
        bucket = index.bucketAt(number);
      }
    }
    return 0;
  }
}
