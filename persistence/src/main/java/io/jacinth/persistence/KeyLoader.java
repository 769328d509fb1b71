package io.jacinth.persistence;

import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Effects;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.keyspace.Surroundings;
import io.jacinth.persistence.rdb.EmptyValueException;
import io.jacinth.persistence.rdb.RdbException;
import io.jacinth.persistence.rdb.RdbFileSink.KeyFacts;
import io.jacinth.persistence.rdb.RdbInput;
import io.jacinth.persistence.rdb.RdbType;
import io.jacinth.persistence.rdb.ValueReader;
import io.jacinth.protocol.Slice;

/** Makes keys of a file's records. Owned by one thread; takes the lock of each key's partition. */
final class KeyLoader {
  private final Partitions partitions;
  private final Database[] databases;
  private final boolean holdsAll;
  private final boolean replaces;
  private final Key key = new Key();
  private final KeyBuilder builder;
  private final Slice view = new Slice();
  private long loaded;
  private long empty;

  /**
   * @param holdsAll whether the thread holds every partition's lock already
   * @param replaces whether a key takes the place of one that is there; else that is an error
   */
  KeyLoader(Partitions partitions, Surroundings surroundings, boolean holdsAll, boolean replaces) {
    this.partitions = partitions;
    this.holdsAll = holdsAll;
    this.replaces = replaces;
    databases = new Database[partitions.databases()];
    for (int i = 0; i < databases.length; i++) {
      databases[i] = new Database(i, partitions, surroundings, Silence.INSTANCE);
    }
    builder = new KeyBuilder(databases[0], key);
  }

  /** Keys that were made. */
  long loaded() {
    return loaded;
  }

  /** Keys that were left out because their collections hold nothing. */
  long empty() {
    return empty;
  }

  /**
   * Makes a key.
   *
   * @param facts with the key's bytes, which must stay as they are while the value is read
   * @param in stands before the value
   */
  void load(int database, KeyFacts facts, RdbInput in, ValueReader reader) {
    key.set(facts.key, partitions);
    if (holdsAll) {
      loadLocked(databases[database], facts, in, reader);
      return;
    }
    key.partition().lock().lock();
    try {
      loadLocked(databases[database], facts, in, reader);
    } finally {
      key.partition().lock().unlock();
    }
  }

  private void loadLocked(Database database, KeyFacts facts, RdbInput in, ValueReader reader) {
    if (database.peek(key) != null) {
      if (!replaces) {
        throw new RdbException("RDB has duplicated key '" + key + "' in DB " + database.index());
      }
      database.clear(key);
    }
    long deadline =
        facts.deadlineMillis == KeyFacts.NONE ? Entry.NO_DEADLINE : facts.deadlineMillis;
    builder.open(database, key);
    try {
      if (facts.type == RdbType.STRING) {
        database.setString(key, in.string(view, 0), deadline, KeyEvent.SILENT);
      } else {
        reader.read(facts.type);
      }
    } catch (EmptyValueException nothing) {
      empty++;
      return;
    }
    if (database.exists(key)) {
      database.restored(key, deadline, facts.idleSeconds, facts.frequency);
      loaded++;
    }
  }

  /** What reads a value of the key that is being loaded. */
  ValueReader readerOf(RdbInput in) {
    return new ValueReader(in, builder);
  }

  /** Loading is no change that anybody hears of. */
  private enum Silence implements Effects {
    INSTANCE;

    @Override
    public void changed(Database database, Key key, KeyEvent event, long changes) {}

    @Override
    public void expired(Database database, Key key) {}

    @Override
    public void flushed(Database database, long count) {}

    @Override
    public void flushedAll(long count) {}

    @Override
    public void swapped(Database first, Database second) {}

    @Override
    public void hit() {}

    @Override
    public void missed(Database database, Key key, boolean isQuiet) {}
  }
}
