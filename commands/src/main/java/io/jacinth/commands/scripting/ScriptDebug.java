package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;

import io.jacinth.engine.Call;
import io.jacinth.engine.Client;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code SCRIPT DEBUG YES | SYNC | NO}: whether the client's next EVAL is debugged, and whether
 * what it changes stays. Within a transaction and behind other requests of a batch nobody may ask.
 */
final class ScriptDebug implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SCRIPT|DEBUG")
        .in(CommandGroup.SCRIPTING)
        .since("3.2.0")
        .summary("Turns the debugger of the client's scripts on or off.")
        .complexity("O(1)")
        .flags(NOSCRIPT)
        .argument(oneOf("mode", word("yes", "YES"), word("sync", "SYNC"), word("no", "NO")));
  }

  @Override
  public void run(Call call) {
    if (call.isNested() || call.worker().hasReplies(call.client())) {
      throw new CommandException("ERR SCRIPT DEBUG must be called outside a pipeline");
    }
    call.client().debugging(mode(call));
    call.reply().ok();
  }

  private static Client.Debugging mode(Call call) {
    if (call.is(2, "NO")) {
      return Client.Debugging.OFF;
    }
    if (call.is(2, "YES")) {
      return Client.Debugging.UNDONE;
    }
    if (call.is(2, "SYNC")) {
      return Client.Debugging.KEPT;
    }
    throw new CommandException("ERR Use SCRIPT DEBUG YES/SYNC/NO");
  }
}
