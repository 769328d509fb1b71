package io.jacinth.engine;

import io.jacinth.engine.keyspace.Partition;
import io.jacinth.engine.keyspace.Partitions;
import java.util.Arrays;

/**
 * The partitions that one command needs, taken in ascending order (so that no two commands can wait
 * for each other in a circle) and released together. Owned by one worker and reused.
 */
final class LockSet {
  private final Partitions partitions;
  private final long[] bits;

  LockSet(Partitions partitions) {
    this.partitions = partitions;
    this.bits = new long[partitions.count() + 63 >> 6];
  }

  void clear() {
    Arrays.fill(bits, 0);
  }

  void add(Partition partition) {
    bits[partition.number() >> 6] |= 1L << partition.number();
  }

  void addAll() {
    for (int i = 0; i < partitions.count(); i++) {
      add(partitions.get(i));
    }
  }

  boolean contains(Partition partition) {
    return (bits[partition.number() >> 6] & 1L << partition.number()) != 0;
  }

  void lock() {
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word]; left != 0; left &= left - 1) {
        partitions.get((word << 6) + Long.numberOfTrailingZeros(left)).lock().lock();
      }
    }
  }

  void unlock() {
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word]; left != 0; left &= left - 1) {
        partitions.get((word << 6) + Long.numberOfTrailingZeros(left)).lock().unlock();
      }
    }
  }
}
