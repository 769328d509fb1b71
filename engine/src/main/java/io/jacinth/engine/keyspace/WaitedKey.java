package io.jacinth.engine.keyspace;

import io.jacinth.protocol.Slice;
import java.util.Arrays;

/** A key of a database that somebody waits for: a copy of its name, to look up by. */
public final class WaitedKey {
  private final int database;
  private final byte[] name;

  public WaitedKey(int database, Slice name) {
    this.database = database;
    this.name = name.toBytes();
  }

  public int database() {
    return database;
  }

  /** The key's name, in memory of its own. */
  public Slice name() {
    return Slice.of(name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WaitedKey key
        && key.database == database
        && Arrays.equals(key.name, name);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(name) + database;
  }
}
