package io.jacinth.engine.keyspace;

import io.jacinth.engine.value.KeyHasher;
import io.jacinth.memory.ChunkSource;
import io.jacinth.memory.SlabAllocator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A share of all keys: those whose hash slot, modulo the number of partitions, is this one's
 * number. It owns its lock, its memory and a keyspace per database; whoever holds the lock owns it
 * all.
 */
public final class Partition {
  private static final int BUCKETS_A_STEP = 1024;

  private final int number;
  private final PartitionLock lock;
  private final KeyHasher hasher;
  private final ChunkSource chunks;
  private final boolean isChecking;
  private SlabAllocator slabs;
  private final Waiters waiters = new Waiters();
  private final Watches watches = new Watches();
  private StructureStore structures = new StructureStore();
  private final @Nullable Keyspace[] keyspaces;

  /** What was flushed and is still to be freed. */
  private final Deque<Keyspace> doomed = new ArrayDeque<>();

  private long doomedKeys;

  /** How many large collections a snapshot goes through, those in dropped memory included. */
  private int larges;

  /** What was dropped before a snapshot had been through it. */
  private final List<DroppedMemory> dropped = new ArrayList<>();

  /** Where a script that runs keeps what it changes here; null: nobody does. */
  private @Nullable UndoLog undo;

  /** The database whose blocks are being moved; -1: none. */
  private int compacting = -1;

  Partition(
      int number,
      int databases,
      KeyHasher hasher,
      ChunkSource chunks,
      LockGate gate,
      boolean isChecking) {
    this.number = number;
    this.lock = new PartitionLock(gate);
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

  /** Who waits for keys of this partition. */
  public Waiters waiters() {
    return waiters;
  }

  /** Who watches keys of this partition. */
  public Watches watches() {
    return watches;
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
    Keyspace keyspace = new Keyspace(slabs, hasher, structures);
    keyspace.undo(undo);
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
    if (undo != null) {
      undo.rearranging(this);
    }
    Keyspace keyspace = keyspaces[first];
    keyspaces[first] = keyspaces[second];
    keyspaces[second] = keyspace;
  }

  /**
   * Removes every key of a database and answers how many there were. Where no other database has
   * keys the whole memory is dropped at once, however many keys it held.
   *
   * @param isLazy whether it is left to {@link #reclaimSome} to free what the keys occupied
   */
  long flush(int database, boolean isLazy) {
    Keyspace flushed = keyspaces[database];
    if (flushed == null) {
      return 0;
    }
    if (undo != null) {
      return detach(database, flushed, undo);
    }
    keyspaces[database] = null;
    long count = flushed.size();
    if (isEmpty()) {
      doomed.add(flushed);
      dropMemory();
    } else {
      doomed.add(flushed);
      doomedKeys += count;
      while (!isLazy && hasDoomed()) {
        reclaimSome(BUCKETS_A_STEP);
      }
    }
    return count;
  }

  /** Removes every key of every database and answers how many there were. */
  long flushAll() {
    long count = 0;
    for (int i = 0; i < keyspaces.length; i++) {
      count += undo == null ? size(i) : flush(i, true);
    }
    if (undo == null) {
      dropMemory();
    }
    return count;
  }

  // ---------------------------------------------------------------- a way back

  /** Has what changes kept from now on, or, with null, no longer. */
  void undo(@Nullable UndoLog newUndo) {
    undo = newUndo;
    for (Keyspace keyspace : keyspaces) {
      if (keyspace != null) {
        keyspace.undo(newUndo);
      }
    }
  }

  @Nullable UndoLog undo() {
    return undo;
  }

  private long detach(int database, Keyspace keyspace, UndoLog log) {
    log.rearranging(this);
    log.detached(this, keyspace);
    keyspaces[database] = null;
    return keyspace.size();
  }

  /** Which keyspace belongs to which database. */
  @Nullable Keyspace[] arrangement() {
    return keyspaces.clone();
  }

  /** Goes back to an earlier arrangement; what is in no database then is to be freed. */
  void rearrange(@Nullable Keyspace[] arrangement) {
    List<Keyspace> others = new ArrayList<>();
    for (Keyspace keyspace : keyspaces) {
      if (keyspace != null && !Arrays.asList(arrangement).contains(keyspace)) {
        others.add(keyspace);
      }
    }
    System.arraycopy(arrangement, 0, keyspaces, 0, keyspaces.length);
    others.forEach(this::doom);
  }

  /** Has a keyspace freed a little at a time, unless it is that of a database. */
  void doom(Keyspace keyspace) {
    if (!Arrays.asList(keyspaces).contains(keyspace)) {
      doomed.add(keyspace);
      doomedKeys += keyspace.size();
    }
  }

  // ---------------------------------------------------------------- memory

  private void dropMemory() {
    List<Keyspace> walked = new ArrayList<>();
    doomed.stream().filter(keyspace -> keyspace.walk() != null).forEach(walked::add);
    Stream.of(keyspaces)
        .filter(keyspace -> keyspace != null && keyspace.walk() != null)
        .forEach(walked::add);
    if (walked.isEmpty() && larges == 0) {
      slabs.close();
    } else {
      dropped.add(new DroppedMemory(slabs, walked));
    }
    slabs = newSlabs();
    structures = new StructureStore();
    Arrays.fill(keyspaces, null);
    doomed.clear();
    doomedKeys = 0;
    compacting = -1;
  }

  /** Memory that nobody uses any more but a snapshot, which has to go through keyspaces in it. */
  private record DroppedMemory(SlabAllocator slabs, List<Keyspace> walked) {
    boolean isDone() {
      return walked.stream().allMatch(keyspace -> keyspace.walk() == null);
    }
  }

  /** A snapshot goes through a large collection. */
  void begunLarge() {
    larges++;
  }

  /** It has been through. */
  void endedLarge() {
    larges--;
    walked();
  }

  /** A snapshot has been through a keyspace, and what was kept for its sake may go. */
  void walked() {
    if (larges > 0) {
      return;
    }
    dropped.removeIf(
        memory -> {
          boolean isDone = memory.isDone();
          if (isDone) {
            memory.slabs.close();
          }
          return isDone;
        });
  }

  /**
   * Whether lazy flushes and large collections have left anything behind that may be freed now. The
   * caller holds the lock.
   */
  public boolean hasDoomed() {
    return structures.hasDoomed() || freeable() != null;
  }

  /**
   * Frees some of what lazy flushes and large collections have left behind, looking at no more than
   * so many buckets; answers how many keys. The caller holds the lock.
   */
  public long reclaimSome(int buckets) {
    if (structures.hasDoomed()) {
      return structures.freeSome(buckets);
    }
    Keyspace next = freeable();
    if (next == null) {
      return 0;
    }
    long before = next.size();
    if (next.clearSome(buckets)) {
      doomed.remove();
    }
    long freed = before - next.size();
    doomedKeys -= freed;
    return freed;
  }

  /** What was flushed first, unless a snapshot has still to go through it. */
  private @Nullable Keyspace freeable() {
    Keyspace next = doomed.peek();
    return next == null || next.walk() != null ? null : next;
  }

  /**
   * Chooses chunks to be emptied by {@link #compactSome}; false where none is worth it. The caller
   * holds the lock.
   */
  public boolean beginCompaction() {
    if (slabs.beginCompaction() == 0) {
      return false;
    }
    compacting = 0;
    for (Keyspace keyspace : keyspaces) {
      if (keyspace != null) {
        keyspace.beginMoving();
      }
    }
    return true;
  }

  /** Whether a compaction has begun and not ended. The caller holds the lock. */
  public boolean isCompacting() {
    return compacting >= 0;
  }

  /**
   * Moves blocks of so many buckets; ends the compaction where that was the last or there is no
   * memory to move to. The caller holds the lock.
   */
  public void compactSome(int buckets, MoveCount moves) {
    try {
      Keyspace keyspace = keyspaces[compacting];
      if (keyspace == null || keyspace.moveSome(buckets, moves)) {
        compacting++;
      }
      if (compacting == keyspaces.length) {
        endCompaction();
      }
    } catch (OutOfMemoryError refused) {
      endCompaction();
    }
  }

  /** Leaves the blocks that have not been moved where they are. The caller holds the lock. */
  public void endCompaction() {
    compacting = -1;
    slabs.endCompaction();
  }

  /**
   * Number of keys and large collections that are gone and still to be freed; old where the lock is
   * not held.
   */
  public long doomedKeys() {
    return doomedKeys + structures.doomedCount();
  }

  private boolean isEmpty() {
    for (int i = 0; i < keyspaces.length; i++) {
      if (size(i) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Bytes of the tables that find keys. */
  long tableBytes() {
    long sum = 0;
    for (Keyspace keyspace : keyspaces) {
      sum += keyspace == null ? 0 : keyspace.tableBytes();
    }
    return sum;
  }

  /** Number of large collections, those still to be freed included; each is an object. */
  int structures() {
    return structures.count() + structures.doomedCount();
  }

  /** Bytes of live blocks. */
  public long usedBytes() {
    return slabs.usedBytes();
  }

  /** Bytes taken from the system. */
  public long footprintBytes() {
    return slabs.footprintBytes();
  }

  /**
   * Verifies every invariant of the partition's memory and structures; in checking mode also that
   * every block that is allocated is reached from a key or an index, once.
   */
  public void check() {
    slabs.check();
    for (Keyspace keyspace : keyspaces) {
      if (keyspace != null) {
        keyspace.check();
      }
    }
    if (isChecking) {
      checkBlocks();
    }
  }

  private void checkBlocks() {
    BlockAudit audit = new BlockAudit(slabs.liveBlocks());
    for (Keyspace keyspace : keyspaces) {
      if (keyspace != null) {
        keyspace.forEachBlock(audit);
      }
    }
    doomed.forEach(keyspace -> keyspace.forEachBlock(audit));
    structures.check(audit);
    audit.end();
    checkStructures();
  }

  private void checkStructures() {
    long named = 0;
    for (Keyspace keyspace : keyspaces) {
      named += keyspace == null ? 0 : keyspace.structureCount();
    }
    for (Keyspace keyspace : doomed) {
      named += keyspace.structureCount();
    }
    if (named != structures.count()) {
      throw new IllegalStateException(
          named + " entries name a structure, there are " + structures.count());
    }
  }

  void close() {
    dropped.forEach(memory -> memory.slabs.close());
    slabs.close();
  }
}
