package io.jacinth.engine.keyspace;

import io.jacinth.engine.config.EncodingSettings;

/** Gives all keys of all databases, as they are at one instant, to a sink. */
public final class SnapshotWalk {
  private final Partitions partitions;
  private final SnapshotSink sink;
  private final StoredValue value;
  private final Entry view = new Entry();

  public SnapshotWalk(Partitions partitions, EncodingSettings limits, SnapshotSink sink) {
    this.partitions = partitions;
    this.sink = sink;
    this.value = new StoredValue(limits);
  }

  /** Gives everything at once. The caller holds every lock. */
  public void runLocked() {
    for (int database = 0; database < partitions.databases(); database++) {
      for (int i = 0; i < partitions.count(); i++) {
        Keyspace keyspace = partitions.get(i).keyspaceOrNull(database);
        if (keyspace != null) {
          walk(database, keyspace);
        }
      }
    }
  }

  private void walk(int database, Keyspace keyspace) {
    keyspace
        .entries()
        .forEach(
            ref ->
                sink.entry(database, value.open(keyspace, view.position(keyspace.slabs(), ref))));
  }
}
