package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/** {@code SCRIPT SHOW sha1}: the text of a script that the server keeps; from Valkey 8. */
final class ScriptShow implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SCRIPT|SHOW")
        .in(CommandGroup.SCRIPTING)
        .since("8.0.0")
        .summary("Returns the text of a script that the server keeps.")
        .complexity("O(1)")
        .flags(NOSCRIPT)
        .string("sha1");
  }

  @Override
  public void run(Call call) {
    Slice source = call.engine().scripting().source(call.argument(2));
    if (source == null) {
      throw new CommandException("NOSCRIPT No matching script.");
    }
    call.reply().bulk(source);
  }
}
