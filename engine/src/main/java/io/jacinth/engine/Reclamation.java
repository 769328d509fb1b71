package io.jacinth.engine;

import io.jacinth.engine.keyspace.Partition;
import io.jacinth.engine.keyspace.Partitions;

/**
 * Frees what lazy flushes have left behind. Each worker sees to its share of the partitions, a few
 * buckets under the lock at a time.
 */
final class Reclamation {
  private static final int BUCKETS_A_STEP = 64;

  private final Clock clock;
  private final Partitions partitions;
  private final Statistics statistics;

  Reclamation(Clock clock, Partitions partitions, Statistics statistics) {
    this.clock = clock;
    this.partitions = partitions;
    this.statistics = statistics;
  }

  /**
   * One round over the worker's partitions.
   *
   * @param share which of the workers this is
   * @param workers how many there are
   * @param end when the round must end, by the clock's {@code nanoTime}
   */
  void round(int share, int workers, long end) {
    for (int i = share; i < partitions.count(); i += workers) {
      boolean hasMore;
      do {
        hasMore = step(partitions.get(i));
      } while (hasMore && clock.nanoTime() - end < 0);
    }
  }

  /** Frees a little; true while there is more. */
  private boolean step(Partition partition) {
    partition.lock().lock();
    try {
      statistics.reclaimed += partition.reclaimSome(BUCKETS_A_STEP);
      return partition.hasDoomed();
    } finally {
      partition.lock().unlock();
    }
  }
}
