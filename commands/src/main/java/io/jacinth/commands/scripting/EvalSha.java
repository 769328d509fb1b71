package io.jacinth.commands.scripting;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandSpec;

/** {@code EVALSHA sha1 numkeys [key ...] [arg ...]}: runs a script that the server keeps. */
final class EvalSha implements Command {
  @Override
  public CommandSpec spec() {
    return ScriptSpecs.writing("EVALSHA", "sha1", "2.6.0", "Runs a script that was loaded before.");
  }

  @Override
  public void run(Call call) {
    call.worker().scripts().evalSha(call, false);
  }
}
