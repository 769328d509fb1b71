package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.value.HashValue;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/**
 * What the commands about deadlines of fields share: HEXPIRE and its kin, HTTL and its kin.
 *
 * <p>HEXPIRE checks the key's type first, then the time, then the rest. Without a deadline a field
 * counts as one that lives forever: GT never holds, LT always. A time that has passed removes the
 * field.
 */
final class FieldDeadlines {
  /** How HEXPIRE's options read in COMMAND DOCS. */
  static final Argument CONDITION =
      oneOf("condition", word("NX"), word("XX"), word("GT"), word("LT")).optional();

  private static final int NO_FIELD = -2;
  private static final int NO_DEADLINE = -1;
  private static final int REFUSED = 0;
  private static final int DONE = 1;
  private static final int REMOVED = 2;

  /** The latest deadline of a field in Redis, whose deadlines have 46 bits. */
  private static final long LATEST_MILLIS = (1L << 46) - 1;

  /** What a number of time counts. */
  enum Unit {
    SECONDS(1000),
    MILLISECONDS(1);

    private final long millis;

    Unit(long millis) {
      this.millis = millis;
    }
  }

  /** When a field's deadline may be changed. */
  private enum Condition {
    ALWAYS,
    NX,
    XX,
    GT,
    LT
  }

  private FieldDeadlines() {}

  /**
   * Runs HEXPIRE in one of its forms: {@code key time [condition] FIELDS numfields field ...}.
   *
   * @param baseMillis what the time counts from, in milliseconds since 1970
   */
  static void run(Call call, Unit unit, long baseMillis) {
    Key key = call.key(1);
    HashValue hash = call.database().hashToChange(key);
    long deadline = deadline(call, 2, unit, baseMillis);
    Condition condition = condition(call);
    int first =
        FieldList.first(
            call,
            condition == Condition.ALWAYS ? 3 : 4,
            "ERR Parameter `numFields` should be greater than 0");
    if (hash == null) {
      FieldList.answerAll(call, first, NO_FIELD);
      return;
    }
    int set = 0;
    int removed = 0;
    call.reply().array(call.count() - first);
    for (int i = first; i < call.count(); i++) {
      int code = change(call, hash, call.argument(i), deadline, condition);
      set += code == DONE ? 1 : 0;
      removed += code == REMOVED ? 1 : 0;
      call.reply().integer(code);
    }
    state(call, key, set, removed);
  }

  private static int change(
      Call call, HashValue hash, Slice field, long deadline, Condition condition) {
    long current = hash.deadline(field);
    if (current == HashValue.NO_FIELD) {
      return NO_FIELD;
    }
    if (!holds(condition, current, deadline)) {
      return REFUSED;
    }
    return setOrRemove(call, hash, field, deadline) ? DONE : REMOVED;
  }

  /**
   * Gives a field a deadline; removes it, and answers false, where that has passed. The key's name
   * is that of the {@link Key}: as an argument it might take the view of the field.
   */
  static boolean setOrRemove(Call call, HashValue hash, Slice field, long deadline) {
    if (deadline <= call.expiryMillis()) {
      call.propagation().instead("HDEL").word(call.key(1).bytes()).word(field);
      hash.remove(field);
      return false;
    }
    call.propagation()
        .instead("HPEXPIREAT")
        .word(call.key(1).bytes())
        .word(deadline)
        .word("FIELDS")
        .word(1)
        .word(field);
    hash.setDeadline(field, deadline);
    return true;
  }

  /** States how many fields were given a deadline, and how many were removed by it. */
  static void state(Call call, Key key, int set, int removed) {
    if (set > 0) {
      call.database().changed(key, KeyEvent.HEXPIRE, set);
    }
    if (removed > 0) {
      call.database().changed(key, KeyEvent.HDEL, removed);
    }
  }

  private static boolean holds(Condition condition, long current, long deadline) {
    boolean hasDeadline = current != HashValue.NO_DEADLINE;
    return switch (condition) {
      case ALWAYS -> true;
      case NX -> !hasDeadline;
      case XX -> hasDeadline;
      case GT -> hasDeadline && deadline > current;
      case LT -> !hasDeadline || deadline < current;
    };
  }

  private static Condition condition(Call call) {
    if (call.is(3, "NX")) {
      return Condition.NX;
    } else if (call.is(3, "XX")) {
      return Condition.XX;
    } else if (call.is(3, "GT")) {
      return Condition.GT;
    } else if (call.is(3, "LT")) {
      return Condition.LT;
    }
    return Condition.ALWAYS;
  }

  /** The deadline that an argument states, in milliseconds since 1970. */
  static long deadline(Call call, int index, Unit unit, long baseMillis) {
    long time = call.integer(index);
    if (time < 0) {
      throw new CommandException("ERR invalid expire time, must be >= 0");
    }
    if (time > LATEST_MILLIS / unit.millis || time * unit.millis > LATEST_MILLIS - baseMillis) {
      throw new CommandException(
          "ERR invalid expire time in '" + call.command().name() + "' command");
    }
    return baseMillis + time * unit.millis;
  }

  /** The deadline of the option EX, PX, EXAT or PXAT at a position, with its number behind it. */
  static long optionDeadline(Call call, int index) {
    Unit unit = call.is(index, "EX") || call.is(index, "EXAT") ? Unit.SECONDS : Unit.MILLISECONDS;
    boolean isRelative = call.is(index, "EX") || call.is(index, "PX");
    return deadline(call, index + 1, unit, isRelative ? call.nowMillis() : 0);
  }

  static boolean isOption(Call call, int index) {
    return call.is(index, "EX")
        || call.is(index, "PX")
        || call.is(index, "EXAT")
        || call.is(index, "PXAT");
  }

  /** Runs HTTL in one of its forms: {@code key FIELDS numfields field ...}. */
  static void tell(Call call, Unit unit, boolean isAbsolute) {
    HashValue hash = call.database().hash(call.key(1));
    int first = FieldList.first(call, 2);
    Reply reply = call.reply();
    reply.array(call.count() - first);
    for (int i = first; i < call.count(); i++) {
      long base = isAbsolute ? 0 : call.nowMillis();
      reply.integer(told(hash, call.argument(i), unit, base));
    }
  }

  private static long told(@Nullable HashValue hash, Slice field, Unit unit, long baseMillis) {
    long deadline = hash == null ? HashValue.NO_FIELD : hash.deadline(field);
    if (deadline == HashValue.NO_FIELD) {
      return NO_FIELD;
    }
    return deadline == HashValue.NO_DEADLINE
        ? NO_DEADLINE
        : (deadline - baseMillis + unit.millis - 1) / unit.millis;
  }
}
