package io.jacinth.engine;

import io.jacinth.engine.keyspace.Partition;
import io.jacinth.engine.keyspace.PartitionLock;
import io.jacinth.engine.keyspace.Partitions;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The partitions that one command needs, taken in ascending order (so that no two commands can wait
 * for each other in a circle) and released together. Owned by one worker and reused.
 */
final class LockSet {
  private static final long PAUSE_NANOS = 20_000;

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

  /** Adds what another set has, of the same partitions. */
  void add(LockSet other) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= other.bits[i];
    }
  }

  void addAll() {
    for (int i = 0; i < partitions.count(); i++) {
      add(partitions.get(i));
    }
  }

  /**
   * Takes all locks besides those held already, one after the other as they become free; what it
   * has taken when it ends early belongs to the set.
   *
   * @param waiting done now and then, may throw
   */
  void widen(Runnable waiting) {
    for (int i = 0; i < partitions.count(); i++) {
      Partition partition = partitions.get(i);
      if (!contains(partition)) {
        while (!partition.lock().tryLock()) {
          waiting.run();
          LockSupport.parkNanos(this, PAUSE_NANOS);
        }
        add(partition);
      }
    }
  }

  void forEach(Consumer<Partition> visitor) {
    for (int i = 0; i < partitions.count(); i++) {
      if (contains(partitions.get(i))) {
        visitor.accept(partitions.get(i));
      }
    }
  }

  boolean contains(Partition partition) {
    return (bits[partition.number() >> 6] & 1L << partition.number()) != 0;
  }

  boolean containsAll() {
    int count = 0;
    for (long word : bits) {
      count += Long.bitCount(word);
    }
    return count == partitions.count();
  }

  /** Takes the locks; takes none where one of them is not to be waited for, which it throws. */
  void lock() {
    while (!hasLocked()) {
      partitions.awaitWidened();
    }
  }

  /** Takes the locks; false, with none taken, where somebody who works needs all. */
  private boolean hasLocked() {
    int word = 0;
    long left = bits[0];
    boolean isFirst = true;
    boolean isDone = false;
    try {
      while (true) {
        for (; left != 0; left &= left - 1) {
          PartitionLock lock =
              partitions.get((word << 6) + Long.numberOfTrailingZeros(left)).lock();
          if (isFirst) {
            lock.lock();
            isFirst = false;
          } else if (!lock.lockBesides()) {
            return false;
          }
        }
        if (++word == bits.length) {
          isDone = true;
          return true;
        }
        left = bits[word];
      }
    } finally {
      if (!isDone) {
        unlockBefore((word << 6) + Long.numberOfTrailingZeros(left));
      }
    }
  }

  private void unlockBefore(int number) {
    for (int i = 0; i < number; i++) {
      if (contains(partitions.get(i))) {
        partitions.get(i).lock().unlock();
      }
    }
  }

  /** Says that the locks, which are held, are this thread's from now on. */
  void adopt() {
    forEach(partition -> partition.lock().adopt());
  }

  void unlock() {
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word]; left != 0; left &= left - 1) {
        partitions.get((word << 6) + Long.numberOfTrailingZeros(left)).lock().unlock();
      }
    }
  }
}
