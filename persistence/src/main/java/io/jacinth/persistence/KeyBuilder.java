package io.jacinth.persistence;

import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.value.HashValue;
import io.jacinth.engine.value.ListValue;
import io.jacinth.engine.value.SetValue;
import io.jacinth.engine.value.ValueType;
import io.jacinth.engine.value.ZsetValue;
import io.jacinth.engine.value.stream.EntryFields;
import io.jacinth.engine.value.stream.StreamConsumer;
import io.jacinth.engine.value.stream.StreamGroup;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamValue;
import io.jacinth.persistence.rdb.RdbException;
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

  private Database database;
  private Key key;
  private final StreamId id = new StreamId();
  private final Map<Id, Delivery> pending = new HashMap<>();
  private ValueType type = ValueType.STRING;
  private long elements;
  private @Nullable ListValue list;
  private @Nullable SetValue set;
  private @Nullable ZsetValue zset;
  private @Nullable HashValue hash;
  private @Nullable StreamGroup group;
  private @Nullable StreamConsumer consumer;
  private long consumerSeen;
  private long consumerActive;

  KeyBuilder(Database database, Key key) {
    this.database = database;
    this.key = key;
  }

  /** Goes on with another key, which holds nothing either. */
  KeyBuilder open(Database newDatabase, Key newKey) {
    database = newDatabase;
    key = newKey;
    return this;
  }

  @Override
  public void string(Slice bytes) {
    database.setString(key, bytes, Entry.NO_DEADLINE, KeyEvent.SILENT);
  }

  @Override
  public void begin(ValueType newType, long count) {
    type = newType;
    elements = 0;
    switch (newType) {
      case LIST -> list = database.listToFill(key);
      case SET -> set = database.setToFill(key);
      case ZSET -> zset = database.zsetToFill(key);
      case HASH -> hash = database.hashToFill(key);
      case STREAM -> database.streamToFill(key).create();
      case STRING -> throw new IllegalStateException("a string is no collection");
    }
  }

  @Override
  public void element(Slice bytes) {
    if (type == ValueType.LIST) {
      ListValue filled = Objects.requireNonNull(list);
      filled.expect(bytes.length(), 1);
      filled.addLast(bytes);
    } else {
      Objects.requireNonNull(set).add(bytes);
    }
    elements++;
  }

  @Override
  public void field(Slice field, Slice value, long deadlineMillis) {
    HashValue filled = Objects.requireNonNull(hash);
    filled.put(field, value);
    if (deadlineMillis != NO_DEADLINE) {
      filled.setDeadline(field, deadlineMillis);
    }
    elements++;
  }

  @Override
  public void scored(Slice member, double score) {
    ZsetValue filled = Objects.requireNonNull(zset);
    if (filled.find(member)) {
      throw twice();
    }
    filled.add(member, score);
    elements++;
  }

  @Override
  public void end() {
    if (elements != size()) {
      throw twice();
    }
  }

  private static RdbException twice() {
    return new RdbException("a member comes twice");
  }

  private long size() {
    return switch (type) {
      case LIST, STRING, STREAM -> elements;
      case SET -> Objects.requireNonNull(set).size();
      case ZSET -> Objects.requireNonNull(zset).size();
      case HASH -> Objects.requireNonNull(hash).size();
    };
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
    if (stream().group(name) != null) {
      throw twice();
    }
    id.set(lastMillis, lastSequence);
    long read = entriesRead == NOT_TOLD ? stream().entriesUpTo(id) : entriesRead;
    group = stream().addGroup(name, id, read);
  }

  @Override
  public void pending(long millis, long sequence, long deliveredMillis, long deliveries) {
    pending.put(new Id(millis, sequence), new Delivery(deliveredMillis, deliveries));
  }

  @Override
  public void consumer(Slice name, long seenMillis, long activeMillis) {
    StreamGroup owner = Objects.requireNonNull(group);
    if (owner.consumers().find(name) != null) {
      throw twice();
    }
    StreamConsumer added = owner.addConsumer(name, seenMillis);
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
}
