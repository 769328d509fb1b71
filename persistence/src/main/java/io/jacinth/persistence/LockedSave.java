package io.jacinth.persistence;

import io.jacinth.engine.Engine;
import io.jacinth.engine.keyspace.LockedWalk;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.keyspace.StoredValue;
import io.jacinth.persistence.rdb.RdbOutput;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A snapshot written at once, by a thread that holds every partition's lock. */
final class LockedSave implements LockedWalk.Visitor {
  private static final long FLUSH_BYTES = 256 << 10;

  private final Partitions partitions;
  private final SnapshotWriter file;
  private final RecordWriter records;
  private int database = -1;

  private LockedSave(Partitions partitions, SnapshotWriter file, RecordWriter records) {
    this.partitions = partitions;
    this.file = file;
    this.records = records;
  }

  /** Writes all data to a channel; the file's head has been written. */
  static void write(Engine engine, SnapshotWriter file, SaveOptions options) throws IOException {
    try (RdbOutput out = new RdbOutput(options.compresses())) {
      RecordWriter records = new RecordWriter(out, options);
      LockedSave save = new LockedSave(engine.partitions(), file, records);
      new LockedWalk(engine.partitions(), engine.settings().encodings, save).run();
      save.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void visit(int newDatabase, StoredValue value) {
    try {
      if (newDatabase != database) {
        flush();
        database = newDatabase;
        file.database(database);
        file.sizes(partitions.size(database), partitions.deadlines(database));
      }
      records.write(value);
      if (records.out().length() >= FLUSH_BYTES) {
        flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void flush() throws IOException {
    file.write(records.out());
    records.out().clear();
  }
}
