package io.jacinth.commands;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;

/** How long a blocking command waits, as its argument says. */
public final class Timeouts {
  private static final double MOST_SECONDS = Long.MAX_VALUE / 1000.0;
  private static final long MOST_MILLIS = Long.MAX_VALUE / 1_000_000;

  private Timeouts() {}

  /**
   * A timeout in seconds, perhaps with decimals, as nanoseconds; 0: for ever. It is rounded up to
   * whole milliseconds.
   */
  public static long seconds(Call call, int index) {
    LongDouble number = LongDouble.parse(call.argument(index));
    if (number == null) {
      throw new CommandException("ERR timeout is not a float or out of range");
    }
    double seconds = number.toDouble();
    if (!number.isFinite() && call.argument(index).at(0) == '-') {
      throw new CommandException("ERR timeout is negative");
    }
    if (seconds > MOST_SECONDS) {
      throw new CommandException("ERR timeout is out of range");
    }
    double millis = Math.ceil(seconds * 1000);
    if (millis < 0) {
      throw new CommandException("ERR timeout is negative");
    }
    return nanos((long) millis);
  }

  /** A timeout in milliseconds, as XREAD has it, as nanoseconds; 0: for ever. */
  public static long milliseconds(Call call, int index) {
    long millis =
        call.integer(
            index, Long.MIN_VALUE, Long.MAX_VALUE, "ERR timeout is not an integer or out of range");
    if (millis < 0) {
      throw new CommandException("ERR timeout is negative");
    }
    return nanos(millis);
  }

  private static long nanos(long millis) {
    return Math.min(millis, MOST_MILLIS) * 1_000_000;
  }
}
