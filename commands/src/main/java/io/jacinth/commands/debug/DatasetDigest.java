package io.jacinth.commands.debug;

import io.jacinth.engine.keyspace.LockedWalk;
import io.jacinth.engine.keyspace.StoredValue;

/**
 * The hash of all data as Redis's {@code DEBUG DIGEST} forms it: the numbers of the databases that
 * are not empty, in their order, and the keys with their values in any. Owned by whoever made it.
 */
final class DatasetDigest implements LockedWalk.Visitor {
  private final Sha1Mix digest = new Sha1Mix();
  private final ValueDigest pair = new ValueDigest();
  private int lastDatabase = -1;

  @Override
  public void visit(int database, StoredValue value) {
    if (database != lastDatabase) {
      digest.mix(database);
      lastDatabase = database;
    }
    pair.clear();
    pair.mixKey(value.entry());
    pair.mixValue(value);
    digest.add(pair.state());
  }

  String text() {
    return digest.text();
  }
}
