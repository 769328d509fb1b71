package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.CommandFlag.ALLOW_BUSY;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code SCRIPT KILL}: ends the script that runs, unless it has written. */
final class ScriptKill implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SCRIPT|KILL")
        .in(CommandGroup.SCRIPTING)
        .since("2.6.0")
        .summary("Ends the script that runs.")
        .complexity("O(1)")
        .flags(NOSCRIPT, ALLOW_BUSY)
        .tips("request_policy:all_shards", "response_policy:one_succeeded");
  }

  @Override
  public void run(Call call) {
    call.engine().scripting().kill(false);
    call.reply().ok();
  }
}
