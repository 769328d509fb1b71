package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.propagation.Propagation;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.HashValue;

/**
 * {@code HSETEX key [FNX | FXX] [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT
 * unix-time-milliseconds | KEEPTTL] FIELDS numfields field value [field value ...]}: sets fields
 * with a deadline, if none (FNX) or all (FXX) of them are there; 1 if they were set, else 0. A time
 * that has passed removes them.
 */
final class HSetEx implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HSETEX")
        .in(CommandGroup.HASH)
        .since("8.0.0")
        .summary("Sets fields of a hash, and their deadline.")
        .complexity("O(N), N being the number of fields")
        .flags(WRITE, DENYOOM, FAST)
        .key("key", RW, UPDATE)
        .optional(Argument.oneOf("condition", Argument.word("FNX"), Argument.word("FXX")))
        .optional(
            Argument.oneOf(
                "expiration",
                Argument.integer("seconds").token("EX"),
                Argument.integer("milliseconds").token("PX"),
                Argument.unixTime("unix-time-seconds").token("EXAT"),
                Argument.unixTime("unix-time-milliseconds").token("PXAT"),
                Argument.word("KEEPTTL")))
        .argument(
            Argument.block(
                    "fields",
                    Argument.integer("numfields"),
                    Argument.block("data", Argument.string("field"), Argument.string("value"))
                        .multiple())
                .token("FIELDS"));
  }

  @Override
  public void run(Call call) {
    int conditionAt = 0;
    int expirationAt = 0;
    int at = 2;
    while (at < call.count() && !call.is(at, "FIELDS")) {
      if (call.is(at, "FNX") || call.is(at, "FXX")) {
        conditionAt = once(conditionAt, at, TWO_CONDITIONS);
      } else if (call.is(at, "KEEPTTL")) {
        expirationAt = once(expirationAt, at, TWO_EXPIRATIONS);
      } else if (FieldDeadlines.isOption(call, at)) {
        expirationAt = once(expirationAt, at, TWO_EXPIRATIONS);
        if (++at == call.count()) {
          throw new CommandException("ERR missing expire time");
        }
      } else {
        throw new CommandException("ERR unknown argument: " + call.quoted(at));
      }
      at++;
    }
    checkCount(call, at);
    boolean keeps = expirationAt != 0 && call.is(expirationAt, "KEEPTTL");
    long deadline =
        expirationAt == 0 || keeps
            ? HashValue.NO_DEADLINE
            : FieldDeadlines.optionDeadline(call, expirationAt);
    Key key = call.key(1);
    HashValue hash = call.database().hashToFill(key);
    boolean holds = conditionAt == 0 || holds(call, hash, at + 2, call.is(conditionAt, "FXX"));
    if (holds) {
      set(call, key, hash, at + 2, deadline, keeps);
    }
    call.reply().integer(holds ? 1 : 0);
  }

  private static final String TWO_CONDITIONS =
      "ERR Only one of FXX or FNX arguments can be specified";
  private static final String TWO_EXPIRATIONS =
      "ERR Only one of EX, PX, EXAT, PXAT or KEEPTTL arguments can be specified";

  private static int once(int old, int at, String error) {
    if (old != 0) {
      throw new CommandException(error);
    }
    return at;
  }

  private static void checkCount(Call call, int at) {
    if (at + 1 >= call.count()) {
      throw FieldList.arity(call);
    }
    long count = call.integer(at + 1, 1, Integer.MAX_VALUE, "ERR invalid number of fields");
    if (count * 2 != call.count() - at - 2) {
      throw FieldList.arity(call);
    }
  }

  private static boolean holds(Call call, HashValue hash, int first, boolean wanted) {
    for (int i = first; i < call.count(); i += 2) {
      if (hash.contains(call.argument(i)) != wanted) {
        return false;
      }
    }
    return true;
  }

  private static void set(
      Call call, Key key, HashValue hash, int first, long deadline, boolean keeps) {
    boolean expires = deadline != HashValue.NO_DEADLINE;
    if (expires && deadline <= call.expiryMillis()) {
      remove(call, key, hash, first);
      return;
    }
    write(call, first, deadline, keeps);
    for (int i = first; i < call.count(); i += 2) {
      if (keeps) {
        hash.putKeepingDeadline(call.argument(i), call.argument(i + 1));
      } else {
        hash.put(call.argument(i), call.argument(i + 1));
      }
      if (expires) {
        hash.setDeadline(call.argument(i), deadline);
      }
    }
    int fields = (call.count() - first) / 2;
    call.database().changed(key, KeyEvent.HSET, fields);
    if (expires) {
      call.database().changed(key, KeyEvent.HEXPIRE, 0);
    }
  }

  /** Says what is written down: the outcome, whatever it depended on. */
  private static void write(Call call, int first, long deadline, boolean keeps) {
    Propagation words = call.propagation();
    if (keeps || deadline != HashValue.NO_DEADLINE) {
      words.instead("HSETEX").word(call.argument(1));
      if (keeps) {
        words.word("KEEPTTL");
      } else {
        words.word("PXAT").word(deadline);
      }
      words.word("FIELDS").word((call.count() - first) / 2);
    } else {
      words.instead("HSET").word(call.argument(1));
    }
    for (int i = first; i < call.count(); i++) {
      words.word(call.argument(i));
    }
  }

  private static void remove(Call call, Key key, HashValue hash, int first) {
    int removed = 0;
    call.propagation().instead("HDEL").word(key.bytes());
    for (int i = first; i < call.count(); i += 2) {
      call.propagation().word(call.argument(i));
    }
    for (int i = first; i < call.count(); i += 2) {
      removed += hash.remove(call.argument(i)) ? 1 : 0;
    }
    if (removed > 0) {
      call.database().changed(key, KeyEvent.HDEL, removed);
    }
  }
}
