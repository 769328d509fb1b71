package io.jacinth.commands.scripting;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code EVAL_RO script numkeys [key ...] [arg ...]}: as EVAL, but the script may change nothing.
 */
final class EvalRo implements Command {
  @Override
  public CommandSpec spec() {
    return ScriptSpecs.reading("EVAL_RO", "script", "7.0.0", "Runs a script that changes nothing.");
  }

  @Override
  public void run(Call call) {
    call.worker().scripts().eval(call, true);
  }
}
