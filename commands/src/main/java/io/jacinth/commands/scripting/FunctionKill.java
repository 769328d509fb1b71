package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.CommandFlag.ALLOW_BUSY;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code FUNCTION KILL}: ends the function that runs, unless it has written. */
final class FunctionKill implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("FUNCTION|KILL")
        .in(CommandGroup.SCRIPTING)
        .since("7.0.0")
        .summary("Ends the function that runs.")
        .complexity("O(1)")
        .flags(NOSCRIPT, ALLOW_BUSY)
        .tips("request_policy:all_shards", "response_policy:one_succeeded");
  }

  @Override
  public void run(Call call) {
    call.engine().scripting().kill(true);
    call.reply().ok();
  }
}
