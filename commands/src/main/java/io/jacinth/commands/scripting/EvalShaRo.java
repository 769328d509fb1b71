package io.jacinth.commands.scripting;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code EVALSHA_RO sha1 numkeys [key ...] [arg ...]}: as EVALSHA, but the script may change
 * nothing.
 */
final class EvalShaRo implements Command {
  @Override
  public CommandSpec spec() {
    return ScriptSpecs.reading(
        "EVALSHA_RO", "sha1", "7.0.0", "Runs a script that was loaded before and changes nothing.");
  }

  @Override
  public void run(Call call) {
    call.worker().scripts().evalSha(call, true);
  }
}
