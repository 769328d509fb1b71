package io.jacinth.commands.stream;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.value.stream.StreamTrim;

/** The options of XADD and XTRIM that say how far a stream is to be shortened. */
final class TrimOptions {
  private static final long NODES_A_CALL = 100;
  private static final long MOST_A_CALL = 1_000_000;
  private static final long OTHERWISE_A_CALL = 10_000;

  /** No LIMIT is given. */
  static final long NO_LIMIT = -1;

  private TrimOptions() {}

  /**
   * Reads MAXLEN or MINID with its threshold from a position on; answers the position of the
   * threshold, 0 where neither stands there.
   */
  static int strategy(Call call, int at, StreamTrim trim) {
    boolean isByLength = call.is(at, "MAXLEN");
    if (at + 1 >= call.count() || (!isByLength && !call.is(at, "MINID"))) {
      return 0;
    }
    if (trim.isGiven()) {
      throw new CommandException(
          "ERR syntax error, MAXLEN and MINID options at the same time are not compatible");
    }
    int threshold = at + 1;
    if (at + 2 < call.count() && (call.is(threshold, "~") || call.is(threshold, "="))) {
      trim.approximate(call.is(threshold, "~"));
      threshold++;
    }
    if (isByLength) {
      trim.toLength(atLeastZero(call, threshold, "MAXLEN"));
    } else {
      Ids.exact(call, threshold, trim.leastId());
      trim.toId();
    }
    return threshold;
  }

  /** The number of LIMIT. */
  static long limit(Call call, int index) {
    return atLeastZero(call, index, "LIMIT");
  }

  private static long atLeastZero(Call call, int index, String option) {
    long number = call.integer(index);
    if (number < 0) {
      throw new CommandException("ERR The " + option + " argument must be >= 0.");
    }
    return number;
  }

  /** Sees whether the options go together, and sets the limit. */
  static void settle(Call call, StreamTrim trim, long limit, boolean isRequired) {
    if (limit > 0 && !trim.isGiven()) {
      throw new CommandException(
          "ERR syntax error, LIMIT cannot be used without specifying a trimming strategy");
    }
    if (isRequired && !trim.isGiven()) {
      throw new CommandException("ERR syntax error, XTRIM must be called with a trimming strategy");
    }
    if (limit != NO_LIMIT && !trim.isApproximate()) {
      throw new CommandException(
          "ERR syntax error, LIMIT cannot be used without the special ~ option");
    }
    if (limit != NO_LIMIT) {
      trim.limit(limit);
    } else if (trim.isApproximate()) {
      trim.limit(usualLimit(call));
    }
  }

  /** Trimming by whole nodes is not to take long where nobody has said how long. */
  private static long usualLimit(Call call) {
    long limit = NODES_A_CALL * call.engine().settings().encodings.streamNodeMaxEntries.value();
    return limit <= 0 ? OTHERWISE_A_CALL : Math.min(limit, MOST_A_CALL);
  }
}
