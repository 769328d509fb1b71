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

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/**
 * {@code GETEX key [EX seconds | PX milliseconds | EXAT seconds | PXAT milliseconds | PERSIST]}:
 * the string held by a key, whose deadline may change. The options are checked before the key.
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
    Options options = options(call);
    Database database = call.database();
    Key key = call.key(1);
    Slice value = database.string(key);
    if (value == null) {
      call.reply().nil();
      return;
    }
    long deadline =
        options.deadlineAt == 0
            ? Entry.NO_DEADLINE
            : Deadlines.deadline(call, options.deadlineAt, options.unit);
    call.reply().bulk(value);
    if (options.deadlineAt != 0) {
      database.setDeadline(key, deadline);
    } else if (options.isPersist) {
      database.removeDeadline(key);
    }
  }

  private record Options(int deadlineAt, Deadlines.Unit unit, boolean isPersist) {
    static final Options NONE = new Options(0, Deadlines.Unit.EX, false);
  }

  private static Options options(Call call) {
    Options options = Options.NONE;
    for (int i = 2; i < call.count(); i++) {
      Deadlines.@Nullable Unit unit = Deadlines.unit(call, i);
      boolean isPersist = call.is(i, "PERSIST");
      boolean isFirst = options.equals(Options.NONE);
      if (isPersist && (isFirst || options.isPersist)) {
        options = new Options(0, Deadlines.Unit.EX, true);
      } else if (unit != null
          && i + 1 < call.count()
          && (isFirst || (!options.isPersist && unit == options.unit))) {
        options = new Options(++i, unit, false);
      } else {
        throw ErrorReply.SYNTAX.exception();
      }
    }
    return options;
  }
}
