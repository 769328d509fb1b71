package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.commands.Help;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code SLOWLOG HELP}: the subcommands of SLOWLOG. */
final class SlowLogHelp implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SLOWLOG|HELP")
        .in(CommandGroup.SERVER)
        .since("6.2.0")
        .summary("Lists the subcommands.")
        .complexity("O(1)")
        .flags(LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    Help.answer(call);
  }
}
