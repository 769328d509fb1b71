package io.jacinth.persistence;

import io.jacinth.engine.keyspace.StoredValue;
import io.jacinth.persistence.rdb.RdbOutput;
import org.jspecify.annotations.Nullable;

/**
 * The records of one partition's keys that had to be saved because they were about to change. Used
 * under the partition's lock, but for {@link #roughBytes}.
 */
final class SideRecords implements AutoCloseable {
  private static final long ROOM_BYTES = 32 << 10;

  private final SaveOptions options;
  private final @Nullable RecordWriter[] databases;
  private long bytes;
  private long keys;

  SideRecords(int databases, SaveOptions options) {
    this.options = options;
    this.databases = new RecordWriter[databases];
  }

  void add(int database, StoredValue value) {
    RecordWriter records = databases[database];
    if (records == null) {
      records = new RecordWriter(new RdbOutput(options.compresses(), ROOM_BYTES), options);
      databases[database] = records;
    }
    long before = records.out().length();
    records.write(value);
    bytes += records.out().length() - before;
    keys++;
  }

  /** How much there is; read without the lock it is old. */
  long roughBytes() {
    return bytes;
  }

  /** How many keys there were so far. */
  long keys() {
    return keys;
  }

  /** Takes the records of a database away, null where there are none; the taker closes them. */
  @Nullable RdbOutput take(int database) {
    RecordWriter records = databases[database];
    if (records == null) {
      return null;
    }
    databases[database] = null;
    bytes -= records.out().length();
    return records.out();
  }

  @Override
  public void close() {
    for (int i = 0; i < databases.length; i++) {
      RdbOutput records = take(i);
      if (records != null) {
        records.close();
      }
    }
  }
}
