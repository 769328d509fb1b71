package io.jacinth.persistence.rdb;

import io.jacinth.engine.value.ValueType;
import io.jacinth.engine.value.stream.EntryFields;
import io.jacinth.protocol.Slice;

/** Writes down what a reader tells it. */
final class Recorder implements ValueSink {
  final StringBuilder text = new StringBuilder();

  private void add(Object... parts) {
    for (Object part : parts) {
      text.append(part).append(' ');
    }
  }

  @Override
  public void string(Slice bytes) {
    add("string", bytes);
  }

  @Override
  public void begin(ValueType type, long count) {
    add(type.wireName());
  }

  @Override
  public void element(Slice bytes) {
    add(bytes);
  }

  @Override
  public void field(Slice field, Slice value, long deadlineMillis) {
    add(field + "=" + value + (deadlineMillis == NO_DEADLINE ? "" : "@" + deadlineMillis));
  }

  @Override
  public void scored(Slice member, double score) {
    add(member + "=" + score);
  }

  @Override
  public void entry(long millis, long sequence, EntryFields words) {
    add(millis + "-" + sequence);
    for (int i = 0; i < words.count(); i++) {
      add(words.argument(i));
    }
  }

  @Override
  public void stream(StreamFacts facts) {
    add(facts);
  }

  @Override
  public void group(Slice name, long lastMillis, long lastSequence, long entriesRead) {
    add("group", name, lastMillis + "-" + lastSequence, entriesRead);
  }

  @Override
  public void pending(long millis, long sequence, long deliveredMillis, long deliveries) {
    add("pending", millis + "-" + sequence, deliveries);
  }

  @Override
  public void consumer(Slice name, long seenMillis, long activeMillis) {
    add("consumer", name);
  }

  @Override
  public void owned(long millis, long sequence) {
    add("owns", millis + "-" + sequence);
  }

  @Override
  public void end() {
    add("end");
  }
}
