package io.jacinth.engine.keyspace;

import io.jacinth.memory.ChunkSource;
import io.jacinth.memory.SlabAllocator;
import org.jspecify.annotations.Nullable;

/**
 * A share of all keys: those whose hash slot, modulo the number of partitions, is this one's
 * number. It owns its lock, its memory and a keyspace per database; whoever holds the lock owns it
 * all.
 */
public final class Partition {
  private final int number;
  private final PartitionLock lock = new PartitionLock();
  private final KeyHasher hasher;
  private final ChunkSource chunks;
  private final boolean isChecking;
  private SlabAllocator slabs;
  private final @Nullable Keyspace[] keyspaces;

  Partition(int number, int databases, KeyHasher hasher, ChunkSource chunks, boolean isChecking) {
    this.number = number;
    this.hasher = hasher;
    this.chunks = chunks;
    this.isChecking = isChecking;
    this.slabs = newSlabs();
    this.keyspaces = new Keyspace[databases];
  }

  private SlabAllocator newSlabs() {
    return isChecking ? SlabAllocator.checking(chunks) : SlabAllocator.create(chunks);
  }

  public int number() {
    return number;
  }

  public PartitionLock lock() {
    return lock;
  }

  SlabAllocator slabs() {
    return slabs;
  }

  /** The keyspace of a database, made when first asked for. */
  Keyspace keyspace(int database) {
    Keyspace keyspace = keyspaces[database];
    return keyspace != null ? keyspace : create(database);
  }

  private Keyspace create(int database) {
    Keyspace keyspace = new Keyspace(slabs, hasher);
    keyspaces[database] = keyspace;
    return keyspace;
  }

  /** The keyspace of a database, or null where nothing was ever put into it. */
  @Nullable Keyspace keyspaceOrNull(int database) {
    return keyspaces[database];
  }

  /** Number of keys; may be read without the lock, then it is as old as the last release. */
  long size(int database) {
    Keyspace keyspace = keyspaces[database];
    return keyspace == null ? 0 : keyspace.size();
  }

  void swap(int first, int second) {
    Keyspace keyspace = keyspaces[first];
    keyspaces[first] = keyspaces[second];
    keyspaces[second] = keyspace;
  }

  /**
   * Removes every key of a database and answers how many there were. Where no other database has
   * keys the whole memory is dropped at once, however many keys it held.
   */
  long flush(int database) {
    Keyspace doomed = keyspaces[database];
    if (doomed == null) {
      return 0;
    }
    long count = doomed.size();
    keyspaces[database] = null;
    if (isEmpty()) {
      SlabAllocator old = slabs;
      slabs = newSlabs();
      old.close();
      for (int i = 0; i < keyspaces.length; i++) {
        keyspaces[i] = null;
      }
    } else {
      doomed.clear();
    }
    return count;
  }

  private boolean isEmpty() {
    for (int i = 0; i < keyspaces.length; i++) {
      if (size(i) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Bytes of live blocks. */
  public long usedBytes() {
    return slabs.usedBytes();
  }

  /** Bytes taken from the system. */
  public long footprintBytes() {
    return slabs.footprintBytes();
  }

  /** Verifies every invariant of the partition's memory and structures. */
  public void check() {
    slabs.check();
    for (Keyspace keyspace : keyspaces) {
      if (keyspace != null) {
        keyspace.check();
      }
    }
  }

  void close() {
    slabs.close();
  }
}
