package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.commands.Help;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code SCRIPT HELP}: the subcommands of SCRIPT. */
final class ScriptHelp implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SCRIPT|HELP")
        .in(CommandGroup.SCRIPTING)
        .since("5.0.0")
        .summary("Lists the subcommands.")
        .complexity("O(1)")
        .flags(LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    Help.answer(call);
  }
}
