package io.jacinth.persistence.rdb;

import io.jacinth.engine.value.ValueType;
import io.jacinth.engine.value.stream.EntryFields;
import io.jacinth.memory.Listpack;
import io.jacinth.protocol.Slice;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream: blocks of entries, what the stream knows of itself, consumer groups with what is
 * pending. Owned by one thread.
 */
final class StreamReader {
  private static final int ID_BYTES = 16;

  /** What older streams know of how many entries a group has read. */
  private record Id(long millis, long sequence) {}

  private final RdbInput in;
  private final ValueSink sink;
  private final Slice first = new Slice();
  private final Slice second = new Slice();
  private @Nullable Id lastEntry;

  StreamReader(RdbInput in, ValueSink sink) {
    this.in = in;
    this.sink = sink;
  }

  void read(int type) {
    long nodes = in.count();
    sink.begin(ValueType.STREAM, nodes);
    StreamNode reader = new StreamNode();
    long entries = 0;
    Id previous = null;
    for (long i = 0; i < nodes; i++) {
      Slice key = in.string(first, 0);
      if (key.length() != ID_BYTES) {
        throw new RdbException("a stream's block has no id");
      }
      Id id = new Id(Long.reverseBytes(key.longAt(0)), Long.reverseBytes(key.longAt(8)));
      if (previous != null && compare(previous, id) >= 0) {
        throw new RdbException("a stream's blocks are not in order");
      }
      previous = id;
      Slice node = in.string(second, 1);
      if (!Listpack.isSound(node.segment(), node.offset(), node.length())) {
        throw new RdbException("a stream's block is broken");
      }
      entries += reader.read(node, id.millis, id.sequence, this::entry);
    }
    ValueSink.StreamFacts facts = facts(type);
    if (facts.length() != entries) {
      throw new RdbException("a stream has another number of entries than it says");
    }
    if (lastEntry != null
        && compare(lastEntry, new Id(facts.lastMillis(), facts.lastSequence())) > 0) {
      throw new RdbException("a stream's last id is before its last entry");
    }
    sink.stream(facts);
    groups(type);
    sink.end();
  }

  private void entry(long millis, long sequence, EntryFields words) {
    Id id = new Id(millis, sequence);
    if (lastEntry != null && compare(lastEntry, id) >= 0) {
      throw new RdbException("a stream's entries are not in order");
    }
    lastEntry = id;
    sink.entry(millis, sequence, words);
  }

  private static int compare(Id one, Id two) {
    int millis = Long.compareUnsigned(one.millis, two.millis);
    return millis != 0 ? millis : Long.compareUnsigned(one.sequence, two.sequence);
  }

  private ValueSink.StreamFacts facts(int type) {
    long length = in.length();
    long lastMillis = in.length();
    long lastSequence = in.length();
    return type == RdbType.STREAM_LISTPACKS
        ? new ValueSink.StreamFacts(length, lastMillis, lastSequence, 0, 0, 0, 0, length)
        : new ValueSink.StreamFacts(
            length,
            lastMillis,
            lastSequence,
            in.length(),
            in.length(),
            in.length(),
            in.length(),
            in.length());
  }

  private void groups(int type) {
    long groups = in.count();
    for (long i = 0; i < groups; i++) {
      Slice name = in.string(first, 0);
      long millis = in.length();
      long sequence = in.length();
      long read = type == RdbType.STREAM_LISTPACKS ? ValueSink.NOT_TOLD : in.length();
      sink.group(name, millis, sequence, read);
      Set<Id> unowned = pending();
      consumers(type, unowned);
      if (!unowned.isEmpty()) {
        throw new RdbException("a pending entry has no consumer");
      }
    }
  }

  private Set<Id> pending() {
    long count = in.count();
    Set<Id> ids = new HashSet<>();
    for (long i = 0; i < count; i++) {
      Id id = new Id(in.bigEndian64(), in.bigEndian64());
      if (!ids.add(id)) {
        throw new RdbException("an entry is pending twice");
      }
      long delivered = in.int64();
      sink.pending(id.millis, id.sequence, delivered, in.length());
    }
    return ids;
  }

  private void consumers(int type, Set<Id> unowned) {
    long count = in.count();
    for (long i = 0; i < count; i++) {
      Slice name = in.string(first, 0);
      long seen = in.int64();
      sink.consumer(name, seen, type == RdbType.STREAM_LISTPACKS_3 ? in.int64() : seen);
      long owned = in.count();
      for (long j = 0; j < owned; j++) {
        Id id = new Id(in.bigEndian64(), in.bigEndian64());
        if (!unowned.remove(id)) {
          throw new RdbException("a consumer has an entry that is not pending");
        }
        sink.owned(id.millis, id.sequence);
      }
    }
  }
}
