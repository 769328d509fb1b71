package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code COMMANDLOG RESET SLOW | LARGE-REQUEST | LARGE-REPLY}: forgets the commands of a kind. */
final class CommandLogReset implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("COMMANDLOG|RESET")
        .in(CommandGroup.SERVER)
        .since("8.1.0")
        .summary("Forgets the slow or large commands.")
        .complexity("O(N), N being the number of entries")
        .flags(ADMIN, LOADING, STALE)
        .tips("request_policy:all_nodes", "response_policy:all_succeeded")
        .argument(LogKind.ARGUMENT);
  }

  @Override
  public void run(Call call) {
    LogKind.log(call, 2).reset();
    call.reply().ok();
  }
}
