package io.jacinth.engine;

import io.jacinth.engine.config.MemorySettings;
import io.jacinth.engine.keyspace.MoveCount;
import io.jacinth.engine.keyspace.Partition;
import io.jacinth.engine.keyspace.Partitions;

/**
 * Gives fragmented memory back ({@code activedefrag}). While more than the configured share of the
 * memory is wasted, each worker compacts its share of the partitions one after another: the chunks
 * with the least in them are chosen, what can be moved out of them is moved, a few buckets under
 * the lock at a time, and what empties goes back to the system. The more waste, the more time.
 *
 * <p>Entries, large strings and the indexes' blocks are moved; the blocks of large collections are
 * not, so a chunk with one of these stays. A partition whose compaction gave nothing back is left
 * alone until a further megabyte is wasted in it.
 */
final class Defragmenter {
  private static final int BUCKETS_A_STEP = 32;
  private static final long PERCENT = 100;

  /** The share of a core that the cron's budget is: a quarter. */
  private static final long CRON_PERCENT = 25;

  /** Waste that a partition has at any rate: its last chunks are not full. */
  private static final long IDLE_BYTES = 2 << 20;

  private final Worker worker;
  private final Partitions partitions;
  private final MemorySettings settings;
  private final MoveCount moves = new MoveCount();
  private final long[] wasteLeft;
  private long footprintBefore;
  private int next;
  private volatile int effortPercent;

  Defragmenter(Worker worker, Partitions partitions, MemorySettings settings) {
    this.worker = worker;
    this.partitions = partitions;
    this.settings = settings;
    this.wasteLeft = new long[partitions.count()];
  }

  MoveCount moves() {
    return moves;
  }

  /** The share of a core that is being used, in per cent; 0 while nothing is compacted. */
  int effortPercent() {
    return effortPercent;
  }

  /**
   * One round over the worker's partitions.
   *
   * @param share which of the workers this is
   * @param workers how many there are
   * @param budgetNanos how long a round of everything that is done now and then may take
   */
  void round(int share, int workers, long budgetNanos) {
    int effort = settings.activedefrag.isOn() ? effort() : 0;
    if (effort == 0) {
      if (effortPercent != 0) {
        stop(share, workers);
      }
      effortPercent = 0;
      return;
    }
    effortPercent = effort;
    Clock clock = worker.engine().clock();
    long end = clock.nanoTime() + budgetNanos * effort / CRON_PERCENT;
    int shareCount = (partitions.count() - share + workers - 1) / workers;
    for (int done = 0; done < shareCount && clock.nanoTime() - end < 0; ) {
      if (!step(share + next % shareCount * workers)) {
        next = next + 1 == shareCount ? 0 : next + 1;
        done++;
      }
    }
  }

  /** Between the lower and the upper threshold the effort grows in proportion. */
  private int effort() {
    long used = partitions.usedBytes();
    long waste = partitions.footprintBytes() - used - IDLE_BYTES * partitions.count();
    long percent = used <= 0 ? 0 : waste * PERCENT / used;
    long lower = settings.activeDefragThresholdLower.value();
    if (percent < lower || waste < settings.activeDefragIgnoreBytes.value()) {
      return 0;
    }
    long span = Math.max(1, settings.activeDefragThresholdUpper.value() - lower);
    long least = settings.activeDefragCycleMin.value();
    long most = Math.max(least, settings.activeDefragCycleMax.value());
    return (int) (least + (most - least) * Math.min(percent - lower, span) / span);
  }

  /** Works on a partition for a moment; false when it is done with. */
  private boolean step(int number) {
    Partition partition = partitions.get(number);
    partition.lock().lock();
    try {
      if (!partition.isCompacting() && !begin(partition)) {
        return false;
      }
      partition.compactSome(BUCKETS_A_STEP, moves);
      if (!partition.isCompacting()) {
        boolean isFutile = partition.footprintBytes() >= footprintBefore;
        wasteLeft[number] = isFutile ? waste(partition) : 0;
        return false;
      }
      return true;
    } finally {
      partition.lock().unlock();
    }
  }

  private boolean begin(Partition partition) {
    footprintBefore = partition.footprintBytes();
    return waste(partition) > Math.max(IDLE_BYTES, wasteLeft[partition.number()] + IDLE_BYTES / 2)
        && partition.beginCompaction();
  }

  private static long waste(Partition partition) {
    return partition.footprintBytes() - partition.usedBytes();
  }

  private void stop(int share, int workers) {
    for (int i = share; i < partitions.count(); i += workers) {
      Partition partition = partitions.get(i);
      partition.lock().lock();
      try {
        if (partition.isCompacting()) {
          partition.endCompaction();
        }
      } finally {
        partition.lock().unlock();
      }
    }
  }
}
