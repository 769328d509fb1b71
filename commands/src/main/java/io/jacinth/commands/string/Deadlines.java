package io.jacinth.commands.string;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/** The options EX, PX, EXAT and PXAT that several string commands take. */
final class Deadlines {
  /** What an option's number counts. */
  enum Unit {
    EX(1000, true),
    PX(1, true),
    EXAT(1000, false),
    PXAT(1, false);

    private final long millis;
    private final boolean isRelative;

    Unit(long millis, boolean isRelative) {
      this.millis = millis;
      this.isRelative = isRelative;
    }
  }

  private Deadlines() {}

  /** The unit that an argument names, or null. */
  static @Nullable Unit unit(Call call, int index) {
    return call.is(index, "EX")
        ? Unit.EX
        : call.is(index, "PX")
            ? Unit.PX
            : call.is(index, "EXAT") ? Unit.EXAT : call.is(index, "PXAT") ? Unit.PXAT : null;
  }

  /**
   * The deadline that an argument states, in milliseconds since 1970.
   *
   * @throws CommandException where it is no integer, not positive, or too far away
   */
  static long deadline(Call call, int index, Unit unit) {
    long value = call.integer(index);
    if (value <= 0 || value > Long.MAX_VALUE / unit.millis) {
      throw invalid(call);
    }
    long millis = value * unit.millis;
    if (unit.isRelative) {
      if (millis > Long.MAX_VALUE - call.nowMillis()) {
        throw invalid(call);
      }
      millis += call.nowMillis();
    }
    return millis;
  }

  /** Says that what is written down is SET of key 1 with a deadline. */
  static void writeSet(Call call, Slice value, long deadline) {
    call.propagation()
        .instead("SET")
        .word(call.argument(1))
        .word(value)
        .word("PXAT")
        .word(deadline);
  }

  private static CommandException invalid(Call call) {
    return new CommandException(
        "ERR invalid expire time in '" + call.command().name() + "' command");
  }
}
