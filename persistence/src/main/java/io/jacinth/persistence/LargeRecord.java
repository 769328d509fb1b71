package io.jacinth.persistence;

import io.jacinth.engine.keyspace.StoredValue;
import io.jacinth.engine.value.ElementSink;
import io.jacinth.persistence.rdb.RdbOutput;
import io.jacinth.protocol.Slice;

/**
 * The record of a large collection, written element by element: of these {@link #take} gives what
 * there is so far. Used under the partition's lock, but for what was taken.
 */
final class LargeRecord implements ElementSink, AutoCloseable {
  private static final long ROOM_BYTES = 8 << 10;

  /** A step ends where it has written so much. */
  private static final long STEP_BYTES = 64 << 10;

  private final int database;
  private RdbOutput filled;
  private RdbOutput taken;

  /** Begins a record with all that stands before the elements. */
  LargeRecord(int database, StoredValue value, SaveOptions options) {
    this.database = database;
    this.filled = new RdbOutput(options.compresses(), ROOM_BYTES);
    this.taken = new RdbOutput(options.compresses(), ROOM_BYTES);
    new RecordWriter(filled, options).writeHead(value);
  }

  int database() {
    return database;
  }

  /** What has been written since the last time; valid until the next. */
  RdbOutput take() {
    RdbOutput full = filled;
    filled = taken;
    filled.clear();
    taken = full;
    return full;
  }

  @Override
  public void member(Slice member) {
    filled.string(member);
  }

  @Override
  public void scored(Slice member, double score) {
    filled.string(member);
    filled.binaryDouble(score);
  }

  @Override
  public void field(Slice field, Slice value) {
    filled.string(field);
    filled.string(value);
  }

  @Override
  public boolean hasRoom() {
    return filled.length() < STEP_BYTES;
  }

  @Override
  public void close() {
    filled.close();
    taken.close();
  }
}
