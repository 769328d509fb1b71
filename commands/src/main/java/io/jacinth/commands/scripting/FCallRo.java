package io.jacinth.commands.scripting;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code FCALL_RO function numkeys [key ...] [arg ...]}: as FCALL, but the function may change
 * nothing.
 */
final class FCallRo implements Command {
  @Override
  public CommandSpec spec() {
    return ScriptSpecs.reading(
        "FCALL_RO", "function", "7.0.0", "Runs a function that changes nothing.");
  }

  @Override
  public void run(Call call) {
    call.worker().scripts().fcall(call, true);
  }
}
