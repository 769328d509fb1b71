package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.CommandFlag.ALLOW_BUSY;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code FUNCTION STATS}: the function that runs for long, and how many there are. */
final class FunctionStats implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("FUNCTION|STATS")
        .in(CommandGroup.SCRIPTING)
        .since("7.0.0")
        .summary("Tells what runs and how many functions there are.")
        .complexity("O(1)")
        .flags(NOSCRIPT, ALLOW_BUSY)
        .tips("nondeterministic_output", "request_policy:all_shards", "response_policy:special");
  }

  @Override
  public void run(Call call) {
    call.engine().scripting().libraries().stats(call.reply());
  }
}
