package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;

import io.jacinth.commands.Expiries;
import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.spec.Argument;

/**
 * What the commands about deadlines share: EXPIRE and its kin, TTL and its kin.
 *
 * <p>EXPIRE checks its options first, then the time, then whether there is such a key. Without a
 * deadline a key counts as one that lives forever: GT never holds, LT always. A time that has
 * passed removes the key.
 */
final class Deadlines {
  /** How EXPIRE's options read in COMMAND DOCS. */
  static final Argument CONDITION =
      oneOf("condition", word("NX"), word("XX"), word("GT"), word("LT")).since("7.0.0");

  private static final int NX = 1;
  private static final int XX = 1 << 1;
  private static final int GT = 1 << 2;
  private static final int LT = 1 << 3;

  /** What a number of time counts. */
  enum Unit {
    SECONDS(1000),
    MILLISECONDS(1);

    private final long millis;

    Unit(long millis) {
      this.millis = millis;
    }
  }

  private Deadlines() {}

  /**
   * Runs EXPIRE in one of its forms: {@code key time [option ...]}.
   *
   * @param baseMillis what the time counts from, in milliseconds since 1970
   */
  static void run(Call call, Unit unit, long baseMillis) {
    int conditions = conditions(call);
    long deadline = deadline(call, unit, baseMillis);
    Database database = call.database();
    Key key = call.key(1);
    Entry entry = database.find(key);
    boolean changes = entry != null && holds(conditions, entry, deadline);
    if (changes) {
      Expiries.write(call, deadline);
      database.setDeadline(key, deadline);
    }
    call.reply().integer(changes ? 1 : 0);
  }

  private static int conditions(Call call) {
    int conditions = 0;
    for (int i = 3; i < call.count(); i++) {
      conditions |= condition(call, i);
    }
    if ((conditions & NX) != 0 && conditions != NX) {
      throw new CommandException(
          "ERR NX and XX, GT or LT options at the same time are not compatible");
    }
    if ((conditions & (GT | LT)) == (GT | LT)) {
      throw new CommandException("ERR GT and LT options at the same time are not compatible");
    }
    return conditions;
  }

  private static int condition(Call call, int index) {
    if (call.is(index, "NX")) {
      return NX;
    } else if (call.is(index, "XX")) {
      return XX;
    } else if (call.is(index, "GT")) {
      return GT;
    } else if (call.is(index, "LT")) {
      return LT;
    }
    throw new CommandException("ERR Unsupported option " + call.quoted(index));
  }

  private static long deadline(Call call, Unit unit, long baseMillis) {
    long time = call.integer(2);
    if (time > Long.MAX_VALUE / unit.millis
        || time < Long.MIN_VALUE / unit.millis
        || time * unit.millis > Long.MAX_VALUE - baseMillis) {
      throw new CommandException(
          "ERR invalid expire time in '" + call.command().name() + "' command");
    }
    return baseMillis + time * unit.millis;
  }

  private static boolean holds(int conditions, Entry entry, long deadline) {
    boolean hasDeadline = entry.hasDeadline();
    long current = entry.deadlineMillis();
    return ((conditions & NX) == 0 || !hasDeadline)
        && ((conditions & XX) == 0 || hasDeadline)
        && ((conditions & GT) == 0 || (hasDeadline && deadline > current))
        && ((conditions & LT) == 0 || !hasDeadline || deadline < current);
  }

  /** Runs TTL in one of its forms. */
  static void tell(Call call, Unit unit, boolean isAbsolute) {
    Entry entry = call.database().inspect(call.key(1));
    if (entry == null) {
      call.reply().integer(-2);
    } else if (!entry.hasDeadline()) {
      call.reply().integer(-1);
    } else {
      long millis = entry.deadlineMillis() - (isAbsolute ? 0 : call.nowMillis());
      call.reply().integer(unit == Unit.SECONDS ? rounded(millis) : millis);
    }
  }

  private static long rounded(long millis) {
    return millis / 1000 + (millis % 1000 >= 500 ? 1 : 0);
  }
}
