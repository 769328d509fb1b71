package io.jacinth.commands.stream;

import io.jacinth.commands.Timeouts;
import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;

/** The options of XREAD and XREADGROUP, and where the streams and their ids stand. */
final class ReadOptions {
  /** The client does not wait. */
  static final long NO_WAIT = -1;

  private final int words;

  /** The most entries of a stream to answer. */
  long count = Long.MAX_VALUE;

  /** How long the client waits, or {@link #NO_WAIT}. */
  long timeoutNanos = NO_WAIT;

  /** Where the group's name stands, before that of the consumer; 0: nowhere. */
  int groupAt;

  /** Entries given out are not to be acknowledged. */
  boolean needsNoAck;

  /** Where the first key stands. */
  int firstKey;

  /** How many streams there are. */
  int streams;

  /** Reads and checks all that comes before the keys. */
  ReadOptions(Call call, boolean isGroup) {
    words = call.count();
    for (int i = 1; i < words && firstKey == 0; i++) {
      i = parse(call, i, isGroup);
    }
    if (firstKey == 0) {
      throw ErrorReply.SYNTAX.exception();
    }
    if (isGroup && groupAt == 0) {
      throw new CommandException("ERR Missing GROUP option for XREADGROUP");
    }
  }

  /** Reads the option at a position; answers the last position that it takes. */
  private int parse(Call call, int at, boolean isGroup) {
    boolean hasNext = at + 1 < words;
    if (call.is(at, "BLOCK") && hasNext) {
      if (call.isScripted()) {
        throw new CommandException(
            "ERR " + call.quoted(0) + " command is not allowed with BLOCK option from scripts");
      }
      timeoutNanos = Timeouts.milliseconds(call, at + 1);
      return at + 1;
    }
    if (call.is(at, "COUNT") && hasNext) {
      long given = Math.max(call.integer(at + 1), 0);
      count = given == 0 ? Long.MAX_VALUE : given;
      return at + 1;
    }
    if (call.is(at, "STREAMS") && hasNext) {
      firstKey = at + 1;
      if ((words - firstKey) % 2 != 0) {
        throw unbalanced(isGroup);
      }
      streams = (words - firstKey) / 2;
      return at;
    }
    if (call.is(at, "GROUP") && at + 2 < words) {
      refuse("GROUP", isGroup);
      groupAt = at + 1;
      return at + 2;
    }
    if (call.is(at, "NOACK")) {
      refuse("NOACK", isGroup);
      needsNoAck = true;
      return at;
    }
    throw ErrorReply.SYNTAX.exception();
  }

  private static void refuse(String option, boolean isGroup) {
    if (!isGroup) {
      throw new CommandException(
          "ERR The "
              + option
              + " option is only supported by XREADGROUP. You called XREAD instead.");
    }
  }

  private static CommandException unbalanced(boolean isGroup) {
    return new CommandException(
        isGroup
            ? "ERR Unbalanced 'xreadgroup' list of streams: for each stream key an ID or '>' must"
                + " be specified."
            : "ERR Unbalanced 'xread' list of streams: for each stream key an ID or '$' must be"
                + " specified.");
  }

  /** Where the id of the stream whose key stands at a position is. */
  int idAt(int key) {
    return key + streams;
  }

  int lastKey() {
    return firstKey + streams - 1;
  }

  /** Whether two keys, at two positions, are the same. */
  static boolean isSameKey(Call call, int key, int other) {
    return key == other || call.argument(key).contentEquals(call.argument(other));
  }

  /** Answers how many streams follow, each with {@link #nameStream}. */
  static void answerCount(Call call, int streams) {
    if (call.reply().isResp3()) {
      call.reply().map(streams);
    } else {
      call.reply().array(streams);
    }
  }

  /** Answers the name of a stream, behind which its entries follow. */
  static void nameStream(Call call, int key) {
    if (!call.reply().isResp3()) {
      call.reply().array(2);
    }
    call.reply().bulk(call.argument(key));
  }
}
