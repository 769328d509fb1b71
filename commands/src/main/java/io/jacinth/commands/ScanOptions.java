package io.jacinth.commands;

import io.jacinth.engine.Call;
import io.jacinth.engine.Glob;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.KeyList;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/** The options MATCH and COUNT of SCAN, HSCAN, SSCAN and ZSCAN, and the reply of all four. */
public final class ScanOptions {
  private static final long DEFAULT_COUNT = 10;

  private long count = DEFAULT_COUNT;
  private @Nullable Slice pattern;

  /** The options of a command that has no others, from a position to the end. */
  public static ScanOptions parse(Call call, int first) {
    ScanOptions options = new ScanOptions();
    for (int i = first; i < call.count(); i += 2) {
      options.take(call, i);
    }
    return options;
  }

  /**
   * Takes the option at a position and its value.
   *
   * @throws io.jacinth.engine.error.CommandException where there is neither MATCH nor COUNT, or
   *     nothing behind it, or a count below 1
   */
  public void take(Call call, int index) {
    if (index + 1 == call.count()) {
      throw ErrorReply.SYNTAX.exception();
    }
    if (call.is(index, "COUNT")) {
      count = call.integer(index + 1);
      if (count < 1) {
        throw ErrorReply.SYNTAX.exception();
      }
    } else if (call.is(index, "MATCH")) {
      pattern = call.argument(index + 1);
    } else {
      throw ErrorReply.SYNTAX.exception();
    }
  }

  /** About how many elements a call looks at. */
  public long count() {
    return count;
  }

  public boolean matches(Slice name) {
    return pattern == null || Glob.matches(pattern, name, false);
  }

  /** Answers a part: the cursor to go on with and what was found. */
  public static void answer(Reply reply, long next, KeyList found) {
    reply.array(2);
    reply.bulkInteger(next);
    found.writeTo(reply);
  }

  /** Answers for a key that holds nothing. */
  public static void answerNothing(Reply reply) {
    reply.array(2);
    reply.bulkInteger(0);
    reply.array(0);
  }
}
