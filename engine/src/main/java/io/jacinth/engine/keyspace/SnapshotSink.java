package io.jacinth.engine.keyspace;

import io.jacinth.engine.value.ElementSink;

/**
 * Is given the keys of a snapshot, each once. The lock of the key's partition is held meanwhile;
 * the value may be read during the call, but not changed.
 */
public interface SnapshotSink {
  /** Takes the next key of the walk. On the walking thread. */
  void entry(int database, StoredValue value);

  /** Takes a key that is about to change. On the thread that changes it. */
  void preserved(int partition, int database, StoredValue value);

  /**
   * Takes a large key, whose elements will follow, some at once, some later: what the value holds
   * now is what counts. On either thread.
   */
  ElementSink large(int database, StoredValue value);

  /** Whether the walk may go on before what it was given is written out. */
  boolean hasRoom();
}
