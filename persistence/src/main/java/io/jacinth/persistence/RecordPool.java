package io.jacinth.persistence;

import io.jacinth.persistence.rdb.RdbOutput;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Buffers of records, taken by those who fill one and given back by who has written it out: to make
 * and to free off-heap memory is dear, above all to free it (every thread is asked whether it uses
 * it). Thread-safe.
 */
final class RecordPool implements AutoCloseable {
  private static final long ROOM_BYTES = 128 << 10;

  /** A buffer that has grown beyond this is not kept. */
  private static final long MOST_BYTES = 1 << 20;

  private final SaveOptions options;
  private final Queue<RecordWriter> free = new ConcurrentLinkedQueue<>();

  RecordPool(SaveOptions options) {
    this.options = options;
  }

  /** An empty buffer. */
  RecordWriter take() {
    RecordWriter taken = free.poll();
    return taken == null
        ? new RecordWriter(new RdbOutput(options.compresses(), ROOM_BYTES), options)
        : taken;
  }

  void give(RecordWriter records) {
    if (records.out().bytes().byteSize() > MOST_BYTES) {
      records.out().close();
    } else {
      records.out().clear();
      free.add(records);
    }
  }

  /** Frees the buffers that are not in use. */
  @Override
  public void close() {
    for (RecordWriter left = free.poll(); left != null; left = free.poll()) {
      left.out().close();
    }
  }
}
