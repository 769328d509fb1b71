package io.jacinth.commands.stream;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.value.stream.StreamCursor;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamValue;

/** What XRANGE and XREVRANGE have in common. */
final class Ranges {
  private Ranges() {}

  /** Answers entries between the bounds at two positions; the bounds are checked first. */
  static void answer(Call call, int fromAt, int toAt, boolean isReversed) {
    StreamId from = Ids.from(call, fromAt);
    StreamId to = Ids.to(call, toAt);
    long count = count(call);
    StreamValue stream = call.database().stream(call.key(1));
    if (stream == null) {
      call.reply().array(0);
    } else if (count == 0) {
      call.reply().nilArray();
    } else {
      StreamCursor cursor = stream.entries();
      boolean has = cursor.seek(from, to, isReversed);
      answer(call, cursor, has ? cursor.count(count) : 0);
    }
  }

  private static long count(Call call) {
    long count = Long.MAX_VALUE;
    for (int i = 4; i < call.count(); i += 2) {
      if (!call.is(i, "COUNT") || i + 1 >= call.count()) {
        throw ErrorReply.SYNTAX.exception();
      }
      count = Math.max(call.integer(i + 1), 0);
    }
    return count;
  }

  /** Answers so many entries, as an array, from the one on that the cursor is at. */
  static void answer(Call call, StreamCursor cursor, long count) {
    call.reply().array(count);
    for (long i = 0; i < count; i++) {
      cursor.writeTo(call.reply());
      cursor.next();
    }
  }
}
