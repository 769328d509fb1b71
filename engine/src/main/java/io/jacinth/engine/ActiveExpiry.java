package io.jacinth.engine;

import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Partition;
import io.jacinth.engine.keyspace.Partitions;

/**
 * Removes expired keys and fields that nobody asks for. Each worker walks the deadline indexes of
 * its share of the partitions, a few buckets under the lock at a time, and stays with a partition
 * as long as more than a tenth of what it looks at has expired and its time lasts: the same bound
 * on dead keys that Redis keeps with its samples, but every key is reached in turn. {@code
 * active-expire-effort} lowers the tenth and lengthens the time as it does there.
 */
final class ActiveExpiry {
  private static final int BUCKETS_A_STEP = 8;

  /**
   * What stays a partition's share of expired keys with the least effort; a point less with each.
   */
  private static final int TOLERATED_PERCENT = 10;

  /** The share of time with the least effort; two points more with each. */
  private static final int TIME_PERCENT = 25;

  private final Worker worker;
  private final Partitions partitions;
  private int nextPartition;
  private long seen;
  private long expired;
  private long toleratedPercent = TOLERATED_PERCENT;

  ActiveExpiry(Worker worker, Partitions partitions) {
    this.worker = worker;
    this.partitions = partitions;
  }

  /**
   * One round over the worker's partitions.
   *
   * @param share which of the workers this is
   * @param workers how many there are
   * @param start now, by the clock's {@code nanoTime}
   * @param budgetNanos how long the round may take with the least effort
   */
  void round(int share, int workers, long start, long budgetNanos) {
    Clock clock = worker.engine().clock();
    long effort = worker.engine().settings().keyspace.activeExpireEffort.value() - 1;
    long end = start + budgetNanos * (TIME_PERCENT + 2 * effort) / TIME_PERCENT;
    toleratedPercent = TOLERATED_PERCENT - effort;
    seen = 0;
    expired = 0;
    if (!goThrough(share, workers, end, clock)) {
      worker.statistics().expiryOverruns++;
    }
    worker.statistics().foundStale(expired, seen);
  }

  /** Goes once through the partitions; false where the time was up before the end. */
  private boolean goThrough(int share, int workers, long end, Clock clock) {
    for (int i = 0; i < partitions.count(); i++) {
      nextPartition = nextPartition + 1 & partitions.count() - 1;
      if (nextPartition % workers == share) {
        Partition partition = partitions.get(nextPartition);
        for (int database = 0; database < partitions.databases(); database++) {
          drain(partition, database, clock, end, false);
          drain(partition, database, clock, end, true);
        }
        if (clock.nanoTime() - end > 0) {
          return false;
        }
      }
    }
    return true;
  }

  private void drain(Partition partition, int database, Clock clock, long end, boolean isOfFields) {
    Database keys = worker.database(database);
    long result;
    do {
      partition.lock().lock();
      try {
        result =
            isOfFields
                ? keys.expireSomeFields(partition, BUCKETS_A_STEP)
                : keys.expireSome(partition, BUCKETS_A_STEP);
      } finally {
        partition.lock().unlock();
      }
      seen += result >>> 32;
      expired += result & 0xFFFFFFFFL;
    } while ((result & 0xFFFFFFFFL) * 100 > (result >>> 32) * toleratedPercent
        && clock.nanoTime() - end < 0);
  }
}
