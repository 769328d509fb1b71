package io.jacinth.persistence;

import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.value.HashValue;
import io.jacinth.engine.value.ValueType;
import io.jacinth.engine.value.stream.EntryFields;
import io.jacinth.engine.value.stream.StreamConsumer;
import io.jacinth.engine.value.stream.StreamGroup;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamValue;
import io.jacinth.persistence.rdb.ValueSink;
import io.jacinth.protocol.Slice;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the value of a key that holds nothing, in the form that its size asks for here, whatever
 * form it was written in. The key's partition is locked. What it is told must be sound.
 */
final class KeyBuilder implements ValueSink {
  private record Id(long millis, long sequence) {}

  private record Delivery(long millis, long count) {}

  private final Database database;
  private final Key key;
  private final StreamId id = new StreamId();
  private final Map<Id, Delivery> pending = new HashMap<>();
  private ValueType type = ValueType.STRING;
  private @Nullable StreamGroup group;
  private @Nullable StreamConsumer consumer;
  private long consumerSeen;
  private long consumerActive;

  KeyBuilder(Database database, Key key) {
    this.database = database;
    this.key = key;
  }

  @Override
  public void string(Slice bytes) {
    database.setString(key, bytes, Entry.NO_DEADLINE, KeyEvent.SILENT);
  }

  @Override
  public void begin(ValueType newType, long count) {
    type = newType;
    if (type == ValueType.STREAM) {
      database.streamToFill(key).create();
    }
  }

  @Override
  public void element(Slice bytes) {
    if (type == ValueType.LIST) {
      database.listToFill(key).addLast(bytes);
    } else {
      database.setToFill(key).add(bytes);
    }
  }

  @Override
  public void field(Slice field, Slice value, long deadlineMillis) {
    HashValue hash = database.hashToFill(key);
    hash.put(field, value);
    if (deadlineMillis != NO_DEADLINE) {
      hash.setDeadline(field, deadlineMillis);
    }
  }

  @Override
  public void scored(Slice member, double score) {
    database.zsetToFill(key).add(member, score);
  }

  // ---------------------------------------------------------------- streams

  private StreamValue stream() {
    return database.streamToFill(key);
  }

  @Override
  public void entry(long millis, long sequence, EntryFields words) {
    stream().add(id.set(millis, sequence), words, 0, StreamValue.textBytes(words, 0));
  }

  @Override
  public void stream(StreamFacts facts) {
    StreamValue stream = stream();
    stream.last(id.set(facts.lastMillis(), facts.lastSequence()));
    stream.maxDeleted(id.set(facts.deletedMillis(), facts.deletedSequence()));
    stream.added(facts.entriesAdded());
  }

  @Override
  public void group(Slice name, long lastMillis, long lastSequence, long entriesRead) {
    pending.clear();
    group = stream().addGroup(name, id.set(lastMillis, lastSequence), entriesRead);
  }

  @Override
  public void pending(long millis, long sequence, long deliveredMillis, long deliveries) {
    pending.put(new Id(millis, sequence), new Delivery(deliveredMillis, deliveries));
  }

  @Override
  public void consumer(Slice name, long seenMillis, long activeMillis) {
    StreamConsumer added = Objects.requireNonNull(group).addConsumer(name, seenMillis);
    added.seen(seenMillis);
    added.active(activeMillis);
    consumer = added;
    consumerSeen = seenMillis;
    consumerActive = activeMillis;
  }

  @Override
  public void owned(long millis, long sequence) {
    StreamConsumer owner = Objects.requireNonNull(consumer);
    Delivery delivery = Objects.requireNonNull(pending.get(new Id(millis, sequence)));
    stream()
        .claim(
            Objects.requireNonNull(group),
            id.set(millis, sequence),
            owner,
            delivery.millis,
            delivery.count,
            false);
    owner.seen(consumerSeen);
    owner.active(consumerActive);
  }

  @Override
  public void end() {}
}
