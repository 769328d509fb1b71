package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code SCRIPT LOAD script}: keeps a script without running it, and answers its SHA-1. */
final class ScriptLoad implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SCRIPT|LOAD")
        .in(CommandGroup.SCRIPTING)
        .since("2.6.0")
        .summary("Keeps a script without running it.")
        .complexity("O(N), N being the length of the script")
        .flags(NOSCRIPT, STALE)
        .tips("request_policy:all_nodes", "response_policy:all_succeeded")
        .string("script");
  }

  @Override
  public void run(Call call) {
    call.reply().bulk(call.engine().scripting().load(call.argument(2)));
  }
}
