package io.jacinth.engine.keyspace;

import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.value.KeyHasher;
import io.jacinth.memory.ChunkSource;
import io.jacinth.memory.SlabCensus;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** All partitions of a server; the number is a power of two. Immutable; each part has its owner. */
public final class Partitions implements AutoCloseable {
  /** What the object of a large collection takes, with its place in the store; rather more. */
  private static final long STRUCTURE_HEAP_BYTES = 320;

  private final Partition[] partitions;
  private final int mask;
  private final KeyHasher hasher;
  private final MeteredChunks metered;
  private final LockGate gate = new LockGate();
  private final int databases;

  /**
   * @param count number of partitions, a power of two up to {@link HashSlot#COUNT}
   * @param seed the secret of the key hash
   */
  public Partitions(int count, int databases, long seed, ChunkSource chunks, boolean isChecking) {
    if (Integer.bitCount(count) != 1 || count > HashSlot.COUNT) {
      throw new IllegalArgumentException("partitions must be a power of two, not " + count);
    }
    this.hasher = new KeyHasher(seed);
    this.databases = databases;
    this.metered = new MeteredChunks(chunks);
    this.partitions = new Partition[count];
    this.mask = count - 1;
    for (int i = 0; i < count; i++) {
      partitions[i] = new Partition(i, databases, hasher, metered, gate, isChecking);
    }
  }

  public int count() {
    return partitions.length;
  }

  public int databases() {
    return databases;
  }

  public Partition get(int number) {
    return partitions[number];
  }

  public Partition ofSlot(int slot) {
    return partitions[slot & mask];
  }

  public KeyHasher hasher() {
    return hasher;
  }

  /** Takes every lock, in ascending order: the one instant at which nothing changes. */
  public void lockAll() {
    while (!hasLockedAll()) {
      awaitWidened();
    }
  }

  private boolean hasLockedAll() {
    partitions[0].lock().lock();
    int taken = 1;
    try {
      while (taken < partitions.length && partitions[taken].lock().lockBesides()) {
        taken++;
      }
      return taken == partitions.length;
    } finally {
      while (taken > 0 && taken < partitions.length) {
        partitions[--taken].lock().unlock();
      }
    }
  }

  /**
   * Has whoever waits while he holds locks give them up, until {@link #endWidening}, so that the
   * caller can take all without a circle of waiting. False where somebody else does so: who holds
   * locks must not wait then.
   */
  public boolean beginWidening() {
    boolean isBegun = gate.beginWidening();
    if (isBegun) {
      wakeAll();
    }
    return isBegun;
  }

  /** Lets everybody wait for locks again. */
  public void endWidening() {
    gate.endWidening();
  }

  /** Waits until that is over. The caller holds no lock. */
  public void awaitWidened() {
    gate.awaitWidened();
  }

  private void wakeAll() {
    for (Partition partition : partitions) {
      partition.lock().wakeAll();
    }
  }

  /**
   * Has the threads that serve clients wait for no partition, but throw this; null: they may wait
   * again.
   */
  public void refuseWaiting(@Nullable CommandException refusal) {
    gate.refusal(refusal);
    wakeAll();
  }

  public void unlockAll() {
    for (Partition partition : partitions) {
      partition.lock().unlock();
    }
  }

  /** Removes all data, and tells nobody. The caller holds every lock. */
  public void clear() {
    for (Partition partition : partitions) {
      partition.flushAll();
    }
  }

  private long sum(ToLongFunction<Partition> count) {
    long sum = 0;
    for (Partition partition : partitions) {
      sum += count.applyAsLong(partition);
    }
    return sum;
  }

  private long sumOf(int database, ToLongFunction<Keyspace> count) {
    return sum(
        partition -> {
          Keyspace keyspace = partition.keyspaceOrNull(database);
          return keyspace == null ? 0 : count.applyAsLong(keyspace);
        });
  }

  /** Number of keys in a database. */
  public long size(int database) {
    long sum = 0;
    for (Partition partition : partitions) {
      sum += partition.size(database);
    }
    return sum;
  }

  /** Number of keys with a deadline in a database. */
  public long deadlines(int database) {
    return sumOf(database, keyspace -> keyspace.deadlineCount());
  }

  /** Whether any key's elements may have deadlines of their own. */
  public boolean haveExpiringElements() {
    for (Partition partition : partitions) {
      for (int i = 0; i < databases; i++) {
        Keyspace keyspace = partition.keyspaceOrNull(i);
        if (keyspace != null && keyspace.expiring().size() > 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Number of keys that are flushed and still to be freed. */
  public long doomedKeys() {
    return sum(Partition::doomedKeys);
  }

  /** The mean time to live of a database's keys with a deadline, as last seen by active expiry. */
  public long averageTtlMillis(int database) {
    double sum = 0;
    long count = 0;
    for (Partition partition : partitions) {
      Keyspace keyspace = partition.keyspaceOrNull(database);
      if (keyspace != null && keyspace.averageTtlMillis > 0) {
        sum += (double) keyspace.averageTtlMillis * keyspace.deadlineCount();
        count += keyspace.deadlineCount();
      }
    }
    return count == 0 ? 0 : (long) (sum / count);
  }

  /** Number of hashes of a database with fields that have deadlines. */
  public long fieldDeadlines(int database) {
    return sumOf(database, keyspace -> keyspace.expiring().size());
  }

  /** Number of keys that somebody watches (WATCH). */
  public long watchedKeys() {
    return sum(partition -> partition.watches().size());
  }

  /** Number of keys that somebody waits for. */
  public long awaitedKeys() {
    return sum(partition -> partition.waiters().size());
  }

  /** Number of keys whose removal somebody waits for. */
  public long awaitedRemovals() {
    return sum(partition -> partition.waiters().removals());
  }

  /** Bytes of the tables that find keys; a part of the live blocks. */
  public long tableBytes() {
    return sum(Partition::tableBytes);
  }

  /** Bytes of the tables that find the keys of a database. */
  public long keyTableBytes(int database) {
    return sumOf(database, keyspace -> keyspace.entries().bytes());
  }

  /** Bytes of the tables that find the keys of a database with a deadline. */
  public long deadlineTableBytes(int database) {
    return sumOf(database, keyspace -> keyspace.deadlines().bytes());
  }

  /** Tells in a table how many blocks of which size there are. The caller holds every lock. */
  public String describeBlocksLocked() {
    SlabCensus census = new SlabCensus();
    for (Partition partition : partitions) {
      partition.slabs().count(census);
    }
    return census.text();
  }

  /** Gives empty chunks that are kept in reserve back. The caller holds every lock. */
  public void purgeLocked() {
    for (Partition partition : partitions) {
      partition.slabs().releaseEmpty();
    }
  }

  /** Gives the system back some of the chunks that nobody has needed lately. */
  public void cool() {
    metered.cool();
  }

  /** Bytes of live blocks. */
  public long usedBytes() {
    return sum(Partition::usedBytes);
  }

  /** An estimate of what the objects of large collections take of the Java heap, in bytes. */
  public long heapBytes() {
    return sum(Partition::structures) * STRUCTURE_HEAP_BYTES;
  }

  /** Bytes taken from the system. */
  public long footprintBytes() {
    return sum(Partition::footprintBytes);
  }

  /** Bytes of all chunks that partitions have now. */
  public long chunkBytes() {
    return metered.bytes();
  }

  /** Has a listener told whenever a partition has taken a chunk, under that partition's lock. */
  public void onGrowth(Runnable listener) {
    metered.onGrowth(listener);
  }

  /** Verifies every invariant; takes every lock meanwhile. */
  public void check() {
    lockAll();
    try {
      for (Partition partition : partitions) {
        partition.check();
      }
    } finally {
      unlockAll();
    }
  }

  /** Gives all memory back. Nothing may be used afterwards. */
  @Override
  public void close() {
    for (Partition partition : partitions) {
      partition.close();
    }
  }
}
