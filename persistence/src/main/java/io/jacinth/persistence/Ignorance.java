package io.jacinth.persistence;

import io.jacinth.engine.value.ValueType;
import io.jacinth.engine.value.stream.EntryFields;
import io.jacinth.persistence.rdb.ValueSink;
import io.jacinth.protocol.Slice;

/** Lets a value pass. */
class Ignorance implements ValueSink {
  /** Has no state, and so is for everybody. */
  static final Ignorance INSTANCE = new Ignorance();

  @Override
  public void string(Slice bytes) {}

  @Override
  public void begin(ValueType type, long count) {}

  @Override
  public void element(Slice bytes) {}

  @Override
  public void field(Slice field, Slice value, long deadlineMillis) {}

  @Override
  public void scored(Slice member, double score) {}

  @Override
  public void entry(long millis, long sequence, EntryFields words) {}

  @Override
  public void stream(StreamFacts facts) {}

  @Override
  public void group(Slice name, long lastMillis, long lastSequence, long entriesRead) {}

  @Override
  public void pending(long millis, long sequence, long deliveredMillis, long deliveries) {}

  @Override
  public void consumer(Slice name, long seenMillis, long activeMillis) {}

  @Override
  public void owned(long millis, long sequence) {}

  @Override
  public void end() {}
}
