package io.jacinth.persistence;

import io.jacinth.engine.keyspace.StoredValue;
import org.jspecify.annotations.Nullable;

/**
 * The records of one partition's keys that had to be saved because they were about to change. Used
 * under the partition's lock, but for {@link #roughBytes}.
 */
final class SideRecords implements AutoCloseable {
  private final RecordPool pool;
  private final @Nullable RecordWriter[] databases;
  private long bytes;
  private long keys;

  SideRecords(int databases, RecordPool pool) {
    this.pool = pool;
    this.databases = new RecordWriter[databases];
  }

  void add(int database, StoredValue value) {
    RecordWriter records = databases[database];
    if (records == null) {
      records = pool.take();
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

  /** Takes the records of a database away, for the pool in the end; null where there are none. */
  @Nullable RecordWriter take(int database) {
    RecordWriter records = databases[database];
    if (records == null) {
      return null;
    }
    databases[database] = null;
    bytes -= records.out().length();
    return records;
  }

  @Override
  public void close() {
    for (int i = 0; i < databases.length; i++) {
      RecordWriter records = take(i);
      if (records != null) {
        pool.give(records);
      }
    }
  }
}
