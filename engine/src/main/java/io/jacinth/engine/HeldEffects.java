package io.jacinth.engine;

import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * What is to be told of a script's changes once they are certain to stay. The keys' locks are held
 * until then, so nobody can tell the difference. Owned by whoever runs the script.
 */
final class HeldEffects {
  /** Near enough what it takes to hold one, besides the key. */
  private static final int OWN_BYTES = 96;

  private record Held(Database database, ByteString name, KeyEvent event, boolean isNew) {}

  /** Hears of a change. */
  interface Listener {
    void changed(Database database, Key key, KeyEvent event);
  }

  private final Partitions partitions;
  private final LongPredicate allows;
  private final List<Runnable> held = new ArrayList<>();
  private final Key key = new Key();
  private long changes;

  /**
   * @param allows asked before so many bytes are taken; where it refuses, the script cannot be
   *     undone any more, and nothing need be held
   */
  HeldEffects(Partitions partitions, LongPredicate allows) {
    this.partitions = partitions;
    this.allows = allows;
  }

  /** Holds the count of some changes. */
  void count(long more) {
    changes += more;
  }

  /** Holds that a key has changed. */
  void hold(Database database, Key changed, KeyEvent event, Listener listener) {
    boolean unused = allows.test(OWN_BYTES + changed.bytes().length());
    Held one = new Held(database, ByteString.of(changed.bytes()), event, changed.takeNew());
    held.add(() -> tell(one, listener));
  }

  /** Holds anything else. */
  void hold(Runnable telling) {
    held.add(telling);
  }

  private void tell(Held one, Listener listener) {
    key.set(Slice.of(one.name.bytes()), partitions);
    if (one.isNew) {
      key.markNew();
    }
    listener.changed(one.database, key, one.event);
  }

  /** Tells everything; answers how many changes there were. */
  long release() {
    held.forEach(Runnable::run);
    long counted = changes;
    drop();
    return counted;
  }

  /** Forgets everything. */
  void drop() {
    held.clear();
    changes = 0;
  }
}
