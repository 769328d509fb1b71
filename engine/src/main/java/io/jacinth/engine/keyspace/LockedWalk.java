package io.jacinth.engine.keyspace;

import io.jacinth.engine.config.EncodingSettings;

/** Gives all keys of all databases to a sink, at once, while every lock is held. */
public final class LockedWalk {
  /** Sees keys one by one; must not change anything. */
  public interface Visitor {
    void visit(int database, StoredValue value);
  }

  private final Partitions partitions;
  private final Visitor visitor;
  private final StoredValue value;
  private final Entry view = new Entry();

  public LockedWalk(Partitions partitions, EncodingSettings limits, Visitor visitor) {
    this.partitions = partitions;
    this.visitor = visitor;
    this.value = new StoredValue(limits);
  }

  /** Gives everything at once. The caller holds every lock. */
  public void run() {
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
                visitor.visit(
                    database, value.open(keyspace, view.position(keyspace.slabs(), ref))));
  }
}
