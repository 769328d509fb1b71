package io.jacinth.engine.keyspace;

/** Is given the keys of a snapshot. The lock of the entry's partition is held meanwhile. */
public interface SnapshotSink {
  /** Takes one key with its value; may read it during the call, but not change it. */
  void entry(int database, StoredValue value);
}
