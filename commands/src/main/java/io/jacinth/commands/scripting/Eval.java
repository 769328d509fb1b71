package io.jacinth.commands.scripting;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandSpec;

/** {@code EVAL script numkeys [key ...] [arg ...]}: runs a script and keeps it for EVALSHA. */
final class Eval implements Command {
  @Override
  public CommandSpec spec() {
    return ScriptSpecs.writing("EVAL", "script", "2.6.0", "Runs a script.");
  }

  @Override
  public void run(Call call) {
    call.worker().scripts().eval(call, false);
  }
}
