package io.jacinth.persistence;

import io.jacinth.engine.keyspace.StoredValue;
import io.jacinth.engine.value.ElementSink;
import io.jacinth.engine.value.HashValue;
import io.jacinth.engine.value.ValueType;
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
  private final long earliestMillis;
  private RdbOutput filled;
  private RdbOutput taken;

  /** What stands behind the elements: of the same instant, so it is written at the beginning. */
  private final RdbOutput tail;

  /** Begins a record with all that stands before the elements. */
  LargeRecord(int database, StoredValue value, SaveOptions options) {
    this.database = database;
    this.filled = new RdbOutput(options.compresses(), ROOM_BYTES);
    this.taken = new RdbOutput(options.compresses(), ROOM_BYTES);
    this.tail = new RdbOutput(options.compresses(), ROOM_BYTES);
    this.earliestMillis = new RecordWriter(filled, options).writeHead(value);
    if (value.entry().type() == ValueType.STREAM) {
      new StreamWriter(tail).writeTail(value.stream());
    }
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

  /** What comes behind all elements. */
  RdbOutput tail() {
    return tail;
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
  public void field(Slice field, Slice value, long deadlineMillis) {
    if (earliestMillis != HashValue.NO_DEADLINE) {
      filled.length(ValueWriter.untilDeadline(deadlineMillis, earliestMillis));
    }
    filled.string(field);
    filled.string(value);
  }

  @Override
  public void node(Slice node) {
    filled.length(ValueWriter.PACKED_NODE);
    filled.string(node);
  }

  @Override
  public void streamNode(long millis, long sequence, Slice node) {
    StreamWriter.node(filled, millis, sequence, node);
  }

  @Override
  public boolean hasRoom() {
    return filled.length() < STEP_BYTES;
  }

  @Override
  public void close() {
    filled.close();
    taken.close();
    tail.close();
  }
}
