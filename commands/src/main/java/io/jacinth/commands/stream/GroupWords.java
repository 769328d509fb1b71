package io.jacinth.commands.stream;

import io.jacinth.engine.Call;
import io.jacinth.engine.propagation.Propagation;
import io.jacinth.engine.value.stream.StreamGroup;
import io.jacinth.engine.value.stream.StreamId;

/**
 * In which words changes of a consumer group are written down: what was delivered, to whom and
 * when, instead of who asked for what.
 */
final class GroupWords {
  private GroupWords() {}

  /** An entry is pending for the consumer named behind the group. */
  static void pending(
      Call call,
      int key,
      int groupAt,
      StreamGroup group,
      StreamId id,
      long deliveredMillis,
      long deliveries) {
    Propagation words = call.propagation();
    if (words.isOn()) {
      words
          .instead("XCLAIM")
          .word(call.argument(key))
          .word(call.argument(groupAt))
          .word(call.argument(groupAt + 1))
          .word(0)
          .word(id.text())
          .word("TIME")
          .word(deliveredMillis)
          .word("RETRYCOUNT")
          .word(deliveries)
          .word("FORCE")
          .word("JUSTID")
          .word("LASTID")
          .word(group.last().text());
    }
  }

  /** An entry is pending no more. */
  static void acknowledged(Call call, int key, int groupAt, StreamId id) {
    Propagation words = call.propagation();
    if (words.isOn()) {
      words.instead("XACK").word(call.argument(key)).word(call.argument(groupAt)).word(id.text());
    }
  }

  /** The group has read up to where it is now. */
  static void position(Call call, int key, int groupAt, StreamGroup group) {
    Propagation words = call.propagation();
    if (words.isOn()) {
      words
          .instead("XGROUP")
          .word("SETID")
          .word(call.argument(key))
          .word(call.argument(groupAt))
          .word(group.last().text())
          .word("ENTRIESREAD")
          .word(group.entriesRead());
    }
  }

  /** A consumer was made. */
  static void consumer(Call call, int key, int groupAt) {
    call.propagation()
        .instead("XGROUP")
        .word("CREATECONSUMER")
        .word(call.argument(key))
        .word(call.argument(groupAt))
        .word(call.argument(groupAt + 1));
  }
}
