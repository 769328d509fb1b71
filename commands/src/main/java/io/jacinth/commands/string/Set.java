package io.jacinth.commands.string;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.Argument.unixTime;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.OW;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;
import static io.jacinth.engine.spec.KeyFlag.VARIABLE_FLAGS;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.propagation.Propagation;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeyFlag;
import io.jacinth.protocol.Slice;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code SET key value [NX | XX | IFEQ comparison] [GET] [EX seconds | PX milliseconds | EXAT
 * unix-seconds | PXAT unix-milliseconds | KEEPTTL]}. With GET the old value is answered and must be
 * a string. IFEQ (Valkey 8.1) sets only where the key holds exactly that string.
 */
final class Set implements Command {
  private static final int NX = 1;
  private static final int XX = 1 << 1;
  private static final int IFEQ = 1 << 2;
  private static final int GET = 1 << 3;
  private static final int KEEPTTL = 1 << 4;
  private static final int CONDITION = NX | XX | IFEQ;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SET")
        .in(CommandGroup.STRING)
        .since("1.0.0")
        .summary("Sets a key to a string, whatever it held before.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM)
        .key("key", RW, ACCESS, UPDATE, VARIABLE_FLAGS)
        .keyFlags(Set::keyFlags)
        .string("value")
        .optional(
            oneOf(
                "condition",
                word("NX").since("2.6.12"),
                word("XX").since("2.6.12"),
                string("comparison-value").token("IFEQ").since("valkey 8.1.0")))
        .optional(word("GET").since("6.2.0"))
        .optional(
            oneOf(
                "expiration",
                integer("seconds").token("EX").since("2.6.12"),
                integer("milliseconds").token("PX").since("2.6.12"),
                unixTime("unix-time-seconds").token("EXAT").since("6.2.0"),
                unixTime("unix-time-milliseconds").token("PXAT").since("6.2.0"),
                word("KEEPTTL").since("6.0.0")));
  }

  /** Only with GET does the call tell what the key held. */
  private static java.util.Set<KeyFlag> keyFlags(List<String> words) {
    boolean hasGet = words.stream().skip(3).anyMatch("GET"::equalsIgnoreCase);
    return hasGet ? EnumSet.of(RW, ACCESS, UPDATE) : EnumSet.of(OW, UPDATE);
  }

  @Override
  public void run(Call call) {
    if (call.count() == 3) {
      call.database().setString(call.key(1), call.argument(2), Entry.NO_DEADLINE, KeyEvent.SET);
      call.reply().ok();
      return;
    }
    runWithOptions(call);
  }

  private static void runWithOptions(Call call) {
    int options = 0;
    int comparison = 0;
    int deadlineAt = 0;
    Deadlines.Unit unit = Deadlines.Unit.EX;
    for (int i = 3; i < call.count(); i++) {
      boolean hasNext = i + 1 < call.count();
      int condition = condition(call, i);
      if (condition != 0 && (options & CONDITION & ~condition) == 0) {
        options |= condition;
        if (condition == IFEQ) {
          if (!hasNext) {
            throw ErrorReply.SYNTAX.exception();
          }
          comparison = ++i;
        }
      } else if (call.is(i, "GET")) {
        options |= GET;
      } else if (call.is(i, "KEEPTTL") && deadlineAt == 0) {
        options |= KEEPTTL;
      } else {
        Deadlines.@Nullable Unit found = Deadlines.unit(call, i);
        if (found == null
            || !hasNext
            || (options & KEEPTTL) != 0
            || deadlineAt != 0 && found != unit) {
          throw ErrorReply.SYNTAX.exception();
        }
        unit = found;
        deadlineAt = ++i;
      }
    }
    long deadline = (options & KEEPTTL) != 0 ? Database.KEEP_DEADLINE : Entry.NO_DEADLINE;
    if (deadlineAt != 0) {
      deadline = Deadlines.deadline(call, deadlineAt, unit);
    }
    set(call, options, comparison, deadline);
  }

  /** Says what is written down: the outcome, whatever it depended on. */
  private static void write(Call call, long deadline) {
    Propagation words = call.propagation().instead("SET").word(call.argument(1));
    words.word(call.argument(2));
    if (deadline == Database.KEEP_DEADLINE) {
      words.word("KEEPTTL");
    } else if (deadline != Entry.NO_DEADLINE) {
      words.word("PXAT").word(deadline);
    }
  }

  private static int condition(Call call, int i) {
    return call.is(i, "NX") ? NX : call.is(i, "XX") ? XX : call.is(i, "IFEQ") ? IFEQ : 0;
  }

  private static void set(Call call, int options, int comparison, long deadline) {
    Database database = call.database();
    Key key = call.key(1);
    boolean answersOld = (options & GET) != 0;
    Slice old =
        answersOld
            ? database.string(key)
            : (options & IFEQ) != 0 ? database.stringToChange(key) : null;
    boolean exists = database.find(key) != null;
    boolean isMet =
        ((options & NX) == 0 || !exists)
            && ((options & XX) == 0 || exists)
            && ((options & IFEQ) == 0
                || (old != null && old.contentEquals(call.argument(comparison))));
    if (answersOld) {
      if (old == null) {
        call.reply().nil();
      } else {
        call.reply().bulk(old);
      }
    } else if (!isMet) {
      call.reply().nil();
    } else {
      call.reply().ok();
    }
    if (isMet) {
      write(call, deadline);
      database.setString(key, call.argument(2), deadline, KeyEvent.SET);
    }
  }
}
