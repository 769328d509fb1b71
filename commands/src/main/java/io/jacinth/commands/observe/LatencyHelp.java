package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.commands.Help;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code LATENCY HELP}: the subcommands of LATENCY. */
final class LatencyHelp implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LATENCY|HELP")
        .in(CommandGroup.SERVER)
        .since("2.8.13")
        .summary("Lists the subcommands.")
        .complexity("O(1)")
        .flags(LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    Help.answer(call);
  }
}
