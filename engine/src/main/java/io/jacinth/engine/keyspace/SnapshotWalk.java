package io.jacinth.engine.keyspace;

import io.jacinth.engine.Clock;
import io.jacinth.engine.config.EncodingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Gives all keys of all databases, as they were at one instant, to a sink, while commands go on to
 * change them. No copy is made but of what changes before the walk has come to it: that goes to the
 * sink before it changes. There is one walk at a time. Owned by the thread that walks; those who
 * change keys reach it through {@link Keyspace#preserve}.
 *
 * <p>What is flushed meanwhile stays in memory until the walk has been through it ({@link
 * Partition#walked}).
 */
public final class SnapshotWalk {
  private final Partitions partitions;
  private final EncodingSettings limits;
  private final SnapshotSink sink;
  private final List<KeyspaceWalk> walks = new ArrayList<>();
  private final Queue<LargeWalk> larges = new ConcurrentLinkedQueue<>();
  private int current;
  private volatile boolean isAbandoned;

  public SnapshotWalk(Partitions partitions, EncodingSettings limits, SnapshotSink sink) {
    this.partitions = partitions;
    this.limits = limits;
    this.sink = sink;
  }

  /** Makes this the instant. The caller holds every lock. */
  public void begin() {
    for (int database = 0; database < partitions.databases(); database++) {
      for (int i = 0; i < partitions.count(); i++) {
        begin(database, partitions.get(i));
      }
    }
  }

  private void begin(int database, Partition partition) {
    Keyspace keyspace = partition.keyspaceOrNull(database);
    if (keyspace != null && keyspace.size() > 0) {
      KeyspaceWalk walk = new KeyspaceWalk(this, partition, database, keyspace, limits);
      keyspace.begin(walk);
      walks.add(walk);
    }
  }

  SnapshotSink sink() {
    return sink;
  }

  boolean isAbandoned() {
    return isAbandoned;
  }

  /**
   * Nothing more is given to the sink. The walk must be gone through all the same, which is quick
   * then. From any thread.
   */
  public void abandon() {
    isAbandoned = true;
  }

  /** A large collection is to be gone through; under its partition's lock, from any thread. */
  void add(LargeWalk walk) {
    larges.add(walk);
  }

  /**
   * A large collection that was begun and is to be gone through, null: none. It is the caller's
   * then, until he has brought it to its end.
   */
  public @Nullable LargeWalk nextLarge() {
    return larges.poll();
  }

  /** Whether every key has been given to the sink, those that were about to change included. */
  public boolean isDone() {
    return current == walks.size() && larges.isEmpty();
  }

  /** Whether there is nothing left for {@link #step}. */
  public boolean isThrough() {
    return current == walks.size();
  }

  /** The partition that the next step is about. */
  public Partition partition() {
    return walks.get(current).partition();
  }

  /**
   * Goes on for a while, or until somebody waits for the lock, and for a bucket at least; true
   * where that was the last of a database in a partition. The caller holds the lock of {@link
   * #partition}.
   */
  public boolean step(Clock clock, long nanos) {
    KeyspaceWalk walk = walks.get(current);
    PartitionLock lock = walk.partition().lock();
    long begin = clock.nanoTime();
    do {
      if (walk.step()) {
        current++;
        return true;
      }
    } while (sink.hasRoom() && !lock.isAwaited() && clock.nanoTime() - begin < nanos);
    return false;
  }
}
