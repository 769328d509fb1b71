package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code FUNCTION DUMP}: all libraries as one payload for FUNCTION RESTORE. */
final class FunctionDump implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("FUNCTION|DUMP")
        .in(CommandGroup.SCRIPTING)
        .since("7.0.0")
        .summary("Returns all libraries in a form that FUNCTION RESTORE takes.")
        .complexity("O(N), N being the number of functions")
        .flags(NOSCRIPT);
  }

  @Override
  public void run(Call call) {
    call.engine()
        .payloads()
        .dumpLibraries(call.engine().scripting().libraries().codes(), call.reply());
  }
}
