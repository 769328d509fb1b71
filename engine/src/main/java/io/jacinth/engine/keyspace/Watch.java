package io.jacinth.engine.keyspace;

import io.jacinth.protocol.Slice;

/** A client's interest in a key, from WATCH on. Immutable but for its place. */
public final class Watch {
  /** Who is to learn that a watched key has changed. */
  public interface Owner {
    /** A watched key has changed. Called with the lock of the key's partition. */
    void touched();
  }

  private final WaitedKey key;
  private final Partition partition;
  private final boolean existed;
  private final Owner owner;

  /** Where it stands among the watches of its key; -1: not there. Under the partition's lock. */
  int place = -1;

  /**
   * @param existed whether the key held something, not yet expired, when the watch began
   */
  public Watch(int database, Key key, boolean existed, Owner owner) {
    this.key = new WaitedKey(database, key.bytes());
    this.partition = key.partition();
    this.existed = existed;
    this.owner = owner;
  }

  public int database() {
    return key.database();
  }

  /** The key's name, in memory of its own. */
  public Slice name() {
    return key.name();
  }

  public Partition partition() {
    return partition;
  }

  public boolean existed() {
    return existed;
  }

  /** Whether it is this key of this database that is watched. */
  public boolean isOf(int database, Slice name) {
    return key.database() == database && key.name().contentEquals(name);
  }

  WaitedKey key() {
    return key;
  }

  void touch() {
    owner.touched();
  }
}
