package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.commands.Help;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code FUNCTION HELP}: the subcommands of FUNCTION. */
final class FunctionHelp implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("FUNCTION|HELP")
        .in(CommandGroup.SCRIPTING)
        .since("7.0.0")
        .summary("Lists the subcommands.")
        .complexity("O(1)")
        .flags(LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    Help.answer(call);
  }
}
