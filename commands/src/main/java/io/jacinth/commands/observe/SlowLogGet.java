package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code SLOWLOG GET [count]}: the last slow commands, ten by default, all for -1. */
final class SlowLogGet implements Command {
  private static final long DEFAULT_COUNT = 10;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SLOWLOG|GET")
        .in(CommandGroup.SERVER)
        .since("2.2.12")
        .summary("Returns the last commands that took long.")
        .complexity("O(N), N being the number of entries returned")
        .flags(ADMIN, LOADING, STALE)
        .tips("request_policy:all_nodes", "nondeterministic_output")
        .optional(integer("count"));
  }

  @Override
  public void run(Call call) {
    if (call.count() > 3) {
      throw new CommandException(
          "ERR unknown subcommand or wrong number of arguments for '"
              + call.quoted(1)
              + "'. Try SLOWLOG HELP.");
    }
    long count = call.count() < 3 ? DEFAULT_COUNT : LogEntries.count(call, 2);
    LogEntries.answer(call.reply(), call.engine().observation().slow(), count);
  }
}
