package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.observe.CommandLog;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code COMMANDLOG GET count SLOW | LARGE-REQUEST | LARGE-REPLY}: the last commands of a kind, all
 * for -1.
 */
final class CommandLogGet implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("COMMANDLOG|GET")
        .in(CommandGroup.SERVER)
        .since("8.1.0")
        .summary("Returns the last commands that were slow or large.")
        .complexity("O(N), N being the number of entries returned")
        .flags(ADMIN, LOADING, STALE)
        .tips("request_policy:all_nodes", "nondeterministic_output")
        .integer("count")
        .argument(LogKind.ARGUMENT);
  }

  @Override
  public void run(Call call) {
    CommandLog log = LogKind.log(call, 3);
    LogEntries.answer(call.reply(), log, LogEntries.count(call, 2));
  }
}
