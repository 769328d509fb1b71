package io.jacinth.commands.server;

import static io.jacinth.engine.spec.AclCategory.CONNECTION;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.commands.Help;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code COMMAND HELP}: the subcommands of COMMAND. */
final class CommandHelp implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("COMMAND|HELP")
        .in(CommandGroup.SERVER)
        .since("5.0.0")
        .summary("Lists the subcommands.")
        .complexity("O(1)")
        .flags(LOADING, STALE)
        .categories(CONNECTION);
  }

  @Override
  public void run(Call call) {
    Help.answer(call);
  }
}
