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

  RecordWriter(RdbOutput out, UseKept use, Usage usage) {
    this.out = out;
    this.values = new ValueWriter(out);
    this.use = use;
    this.usage = usage;
  }

  RdbOutput out() {
    return out;
  }

  void write(StoredValue value) {
    Entry entry = value.entry();
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
    values.write(entry.key(view), value);
  }
}
