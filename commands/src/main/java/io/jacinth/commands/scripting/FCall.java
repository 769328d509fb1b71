package io.jacinth.commands.scripting;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandSpec;

/** {@code FCALL function numkeys [key ...] [arg ...]}: runs a function. */
final class FCall implements Command {
  @Override
  public CommandSpec spec() {
    return ScriptSpecs.writing("FCALL", "function", "7.0.0", "Runs a function.");
  }

  @Override
  public void run(Call call) {
    call.worker().scripts().fcall(call, false);
  }
}
