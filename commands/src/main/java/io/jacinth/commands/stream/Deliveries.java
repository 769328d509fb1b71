package io.jacinth.commands.stream;

import io.jacinth.engine.Call;
import io.jacinth.engine.value.stream.PendingCursor;
import io.jacinth.engine.value.stream.StreamConsumer;
import io.jacinth.engine.value.stream.StreamCursor;
import io.jacinth.engine.value.stream.StreamGroup;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamIdList;
import io.jacinth.engine.value.stream.StreamValue;

/**
 * What one XREADGROUP gives out: first all streams are gone through, and it is noted here what each
 * gives; then all is answered. So nothing is answered of a call that fails.
 */
final class Deliveries {
  private final Call call;
  private final ReadOptions options;
  private final StreamIdList notes;
  private int streams;

  Deliveries(Call call, ReadOptions options) {
    this.call = call;
    this.options = options;
    this.notes = call.streamArguments().notes();
  }

  /** How many streams have something to answer. */
  int streams() {
    return streams;
  }

  /** Notes what a consumer has not acknowledged, from an id on, and that it is given out again. */
  void addHistory(int key, StreamValue stream, StreamGroup group, StreamConsumer consumer) {
    streams++;
    int at = notes.size();
    notes.add(~key, 0);
    StreamId from = call.streamArguments().from();
    StreamCursor entries = stream.entries();
    PendingCursor pending = stream.pending(group, consumer);
    long count = 0;
    for (boolean has = pending.seek(from); has && count < options.count; has = pending.next()) {
      notes.add(pending.id());
      if (entries.find(pending.id())) {
        pending.deliver(call.nowMillis(), pending.deliveries() + 1);
        GroupWords.pending(
            call,
            key,
            options.groupAt,
            group,
            pending.id(),
            call.nowMillis(),
            pending.deliveries());
      }
      count++;
    }
    notes.set(at, ~key, count);
  }

  /** Gives out entries that the group has not read; none where there are none. */
  void addNew(int key, StreamValue stream, StreamGroup group, StreamConsumer consumer) {
    StreamId from = call.streamArguments().from();
    StreamCursor entries = stream.entries();
    if (!from.set(group.last()).increment()
        || !entries.seek(from, call.streamArguments().to().setGreatest())) {
      return;
    }
    streams++;
    int at = notes.size();
    notes.add(key, 0);
    entries.mark(from);
    notes.add(from);
    long count = 0;
    boolean has = true;
    while (has) {
      if (!options.needsNoAck) {
        stream.pend(group, entries.id(), consumer);
      }
      stream.advance(group, entries.id());
      if (!options.needsNoAck) {
        GroupWords.pending(call, key, options.groupAt, group, entries.id(), call.nowMillis(), 1);
      }
      count++;
      has = count < options.count && entries.next();
    }
    notes.set(at, key, count);
    GroupWords.position(call, key, options.groupAt, group);
    if (!options.needsNoAck) {
      consumer.active(call.nowMillis());
    }
  }

  /** Answers all that was noted. */
  void answer() {
    ReadOptions.answerCount(call, streams);
    StreamId id = call.streamArguments().id();
    for (int i = 0; i < notes.size(); ) {
      int key = (int) notes.get(i, id).millis();
      int count = (int) id.sequence();
      i++;
      if (key < 0) {
        answerHistory(~key, i, count);
        i += count;
      } else {
        answerNew(key, i, count);
        i++;
      }
    }
  }

  private void answerNew(int key, int at, int count) {
    ReadOptions.nameStream(call, key);
    StreamCursor entries = stream(key).entries();
    entries.resume(notes.get(at, call.streamArguments().from()));
    Ranges.answer(call, entries, count);
  }

  private void answerHistory(int key, int at, int count) {
    ReadOptions.nameStream(call, key);
    call.reply().array(count);
    StreamId from = call.streamArguments().from();
    StreamCursor entries = stream(key).entries();
    for (int i = 0; i < count; i++) {
      if (entries.find(notes.get(at + i, from))) {
        entries.writeTo(call.reply());
      } else {
        call.reply().array(2);
        from.writeTo(call.reply());
        call.reply().nilArray();
      }
    }
  }

  private StreamValue stream(int key) {
    StreamValue stream = call.database().streamToDeliver(call.key(key));
    if (stream == null) {
      throw new IllegalStateException("a stream is gone that was there just now");
    }
    return stream;
  }
}
