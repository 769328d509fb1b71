package io.jacinth.persistence;

import io.jacinth.engine.value.stream.NamedRecords;
import io.jacinth.engine.value.stream.PendingCursor;
import io.jacinth.engine.value.stream.StreamConsumer;
import io.jacinth.engine.value.stream.StreamGroup;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamValue;
import io.jacinth.persistence.rdb.RdbOutput;
import io.jacinth.protocol.Slice;

/**
 * Writes a stream behind its type byte: its blocks as they lie in memory, its counters, its groups.
 */
final class StreamWriter {
  private static final int ID_BYTES = 16;

  private final RdbOutput out;
  private final StreamId id = new StreamId();
  private final Slice view = new Slice();

  StreamWriter(RdbOutput out) {
    this.out = out;
  }

  void write(StreamValue stream) {
    out.length(stream.nodeCount());
    for (int i = 0; i < stream.nodeCount(); i++) {
      stream.node(i, id, view);
      node(out, id.millis(), id.sequence(), view);
    }
    writeTail(stream);
  }

  /** Writes a block and the id that it began with. */
  static void node(RdbOutput out, long millis, long sequence, Slice node) {
    out.length(ID_BYTES);
    out.bigEndian64(millis);
    out.bigEndian64(sequence);
    out.string(node);
  }

  /** Writes what stands behind the blocks. */
  void writeTail(StreamValue stream) {
    out.length(stream.length());
    lengthId(stream.last());
    lengthId(stream.first());
    lengthId(stream.maxDeleted());
    out.length(stream.added());
    NamedRecords<StreamGroup> groups = stream.groups();
    out.length(groups.size());
    for (int i = 0; i < groups.size(); i++) {
      group(stream, groups.get(i));
    }
  }

  private void rawId(StreamId written) {
    out.bigEndian64(written.millis());
    out.bigEndian64(written.sequence());
  }

  private void lengthId(StreamId written) {
    out.length(written.millis());
    out.length(written.sequence());
  }

  private void group(StreamValue stream, StreamGroup group) {
    out.string(group.name(view));
    lengthId(group.last());
    out.length(group.entriesRead());
    out.length(group.pendingCount());
    PendingCursor all = stream.pending(group, null);
    for (boolean isThere = all.seek(id.setLeast()); isThere; isThere = all.next()) {
      rawId(all.id());
      out.int64(all.deliveredMillis());
      out.length(all.deliveries());
    }
    NamedRecords<StreamConsumer> consumers = group.consumers();
    out.length(consumers.size());
    for (int i = 0; i < consumers.size(); i++) {
      consumer(stream, group, consumers.get(i));
    }
  }

  private void consumer(StreamValue stream, StreamGroup group, StreamConsumer consumer) {
    out.string(consumer.name(view));
    out.int64(consumer.seenMillis());
    out.length(consumer.pendingCount());
    PendingCursor own = stream.pending(group, consumer);
    for (boolean isThere = own.seek(id.setLeast()); isThere; isThere = own.next()) {
      rawId(own.id());
    }
  }
}
