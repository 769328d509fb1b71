package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code COMMANDLOG LEN SLOW | LARGE-REQUEST | LARGE-REPLY}: how many commands of a kind are
 * remembered.
 */
final class CommandLogLen implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("COMMANDLOG|LEN")
        .in(CommandGroup.SERVER)
        .since("8.1.0")
        .summary("Counts the slow or large commands that are remembered.")
        .complexity("O(1)")
        .flags(ADMIN, LOADING, STALE)
        .tips("request_policy:all_nodes", "response_policy:agg_sum", "nondeterministic_output")
        .argument(LogKind.ARGUMENT);
  }

  @Override
  public void run(Call call) {
    call.reply().integer(LogKind.log(call, 2).size());
  }
}
