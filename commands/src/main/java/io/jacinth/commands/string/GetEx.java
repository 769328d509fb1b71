package io.jacinth.commands.string;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.unixTime;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.commands.Expiries;
import io.jacinth.commands.string.Deadlines.Unit;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/**
 * {@code GETEX key [EX seconds | PX milliseconds | EXAT seconds | PXAT milliseconds | PERSIST]}:
 * the string held by a key, whose deadline may change. An option may come twice, the last counts.
 * The options' words are checked before the key, their number after it; a missing key is nil even
 * with a wrong number.
 */
final class GetEx implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("GETEX")
        .in(CommandGroup.STRING)
        .since("6.2.0")
        .summary("Returns the string held by a key and sets, changes or removes its time to live.")
        .complexity("O(1)")
        .flags(WRITE, FAST)
        .key("key", RW, ACCESS, UPDATE)
        .optional(
            oneOf(
                "expiration",
                integer("seconds").token("EX"),
                integer("milliseconds").token("PX"),
                unixTime("unix-time-seconds").token("EXAT"),
                unixTime("unix-time-milliseconds").token("PXAT"),
                word("PERSIST")));
  }

  @Override
  public void run(Call call) {
    Unit unit = Unit.EX;
    int deadlineAt = 0;
    boolean isPersist = false;
    for (int i = 2; i < call.count(); i++) {
      Unit found = Deadlines.unit(call, i);
      if (found == null && deadlineAt == 0 && call.is(i, "PERSIST")) {
        isPersist = true;
      } else if (found != null
          && i + 1 < call.count()
          && !isPersist
          && (deadlineAt == 0 || found == unit)) {
        unit = found;
        deadlineAt = ++i;
      } else {
        throw ErrorReply.SYNTAX.exception();
      }
    }
    answer(call, unit, deadlineAt, isPersist);
  }

  private static void answer(Call call, Unit unit, int deadlineAt, boolean isPersist) {
    Database database = call.database();
    Key key = call.key(1);
    Slice value = database.string(key);
    if (value == null) {
      call.reply().nil();
      return;
    }
    long deadline =
        deadlineAt == 0 ? Entry.NO_DEADLINE : Deadlines.deadline(call, deadlineAt, unit);
    call.reply().bulk(value);
    if (deadlineAt != 0) {
      Expiries.write(call, deadline);
      database.setDeadline(key, deadline);
    } else if (isPersist) {
      call.propagation().instead("PERSIST").word(key.bytes());
      database.removeDeadline(key);
    }
  }
}
