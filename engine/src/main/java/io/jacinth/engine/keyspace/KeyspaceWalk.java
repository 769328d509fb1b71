package io.jacinth.engine.keyspace;

import io.jacinth.engine.config.EncodingSettings;
import io.jacinth.engine.value.ElementSink;
import io.jacinth.engine.value.Encoding;
import io.jacinth.engine.value.Structure;

/**
 * One keyspace's part in a snapshot. Used under the partition's lock.
 *
 * <p>When the snapshot begins, the mark that the keyspace gives to its entries turns over: so all
 * entries that are there bear the old one. An entry takes the new one when the snapshot has it,
 * because the walk has come to it or because it is about to change ({@link Keyspace#preserve}); one
 * that is made later is born with it. So each is seen once, wherever it moves to, and at the end
 * all bear the same mark.
 */
final class KeyspaceWalk {
  /** A collection of so many elements is given one by one. */
  private static final int LARGE = 1024;

  private final SnapshotWalk snapshot;
  private final Partition partition;
  private final int database;
  private final Keyspace keyspace;
  private final StoredValue value;
  private final Entry view = new Entry();
  private long cursor;

  KeyspaceWalk(
      SnapshotWalk snapshot,
      Partition partition,
      int database,
      Keyspace keyspace,
      EncodingSettings limits) {
    this.snapshot = snapshot;
    this.partition = partition;
    this.database = database;
    this.keyspace = keyspace;
    this.value = new StoredValue(limits);
  }

  Partition partition() {
    return partition;
  }

  /** Gives an entry to the snapshot that is about to change. */
  void preserve(Entry entry) {
    if (!snapshot.isAbandoned() && !givesByElement(entry)) {
      snapshot.sink().preserved(partition.number(), database, value.open(keyspace, entry));
    }
    keyspace.markSeen(entry);
  }

  /** Begins to give a large collection; false where the entry is something else. */
  private boolean givesByElement(Entry entry) {
    if (entry.encoding() != Encoding.STRUCTURE) {
      return false;
    }
    Structure structure = keyspace.structures().get(entry.structure());
    if (structure.size() < LARGE || !structure.isWalkable()) {
      return false;
    }
    ElementSink sink = snapshot.sink().large(database, value.open(keyspace, entry));
    snapshot.add(new LargeWalk(partition, structure, sink));
    return true;
  }

  /** Goes through one bucket; true where that was the last. */
  boolean step() {
    cursor = keyspace.entries().scan(cursor, this::visit);
    if (cursor != 0) {
      return false;
    }
    keyspace.endWalk();
    partition.walked();
    return true;
  }

  private void visit(long ref) {
    Entry entry = view.position(keyspace.slabs(), ref);
    if (!keyspace.isSeen(entry)) {
      if (!snapshot.isAbandoned() && !givesByElement(entry)) {
        snapshot.sink().entry(database, value.open(keyspace, entry));
      }
      keyspace.markSeen(entry);
    }
  }
}
