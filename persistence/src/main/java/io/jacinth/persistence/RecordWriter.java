package io.jacinth.persistence;

import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.StoredValue;
import io.jacinth.engine.keyspace.Usage;
import io.jacinth.persistence.rdb.RdbOpcode;
import io.jacinth.persistence.rdb.RdbOutput;
import io.jacinth.protocol.Slice;

/**
 * Writes keys as a file holds them: deadline, use, type, key, value. Owned by one thread at a time.
 */
final class RecordWriter {
  /** What of a key's use is written. */
  enum UseKept {
    NONE,
    IDLE,
    FREQUENCY
  }

  private final RdbOutput out;
  private final ValueWriter values;
  private final UseKept use;
  private final Usage usage;
  private final Slice view = new Slice();

  RecordWriter(RdbOutput out, SaveOptions options) {
    this.out = out;
    this.values = new ValueWriter(out);
    this.use = options.use();
    this.usage = options.usage();
  }

  RdbOutput out() {
    return out;
  }

  /** Writes a key; where that fails, nothing of it. */
  void write(StoredValue value) {
    long before = out.length();
    boolean isWhole = false;
    try {
      writeRecord(value);
      isWhole = true;
    } finally {
      if (!isWhole) {
        out.truncate(before);
      }
    }
  }

  /** Writes what stands before the elements of a large collection, as {@link ValueWriter} does. */
  long writeHead(StoredValue value) {
    facts(value.entry());
    return values.writeHead(value.entry().key(view), value);
  }

  private void writeRecord(StoredValue value) {
    Entry entry = value.entry();
    facts(entry);
    values.write(entry.key(view), value);
  }

  private void facts(Entry entry) {
    if (entry.hasDeadline()) {
      out.unsignedByte(RdbOpcode.DEADLINE_MILLIS);
      out.int64(entry.deadlineMillis());
    }
    switch (use) {
      case NONE -> {}
      case IDLE -> {
        out.unsignedByte(RdbOpcode.IDLE);
        out.length(usage.idleSeconds(entry));
      }
      case FREQUENCY -> {
        out.unsignedByte(RdbOpcode.FREQUENCY);
        out.unsignedByte(usage.frequency(entry));
      }
    }
  }
}
