package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code SCRIPT DEBUG YES | SYNC | NO}: there is no debugger, so only NO does what it says; the
 * others are refused and scripts run as ever. Within a transaction none of them may be asked for.
 */
final class ScriptDebug implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SCRIPT|DEBUG")
        .in(CommandGroup.SCRIPTING)
        .since("3.2.0")
        .summary("Turns the debugger of scripts on or off; there is none.")
        .complexity("O(1)")
        .flags(NOSCRIPT)
        .argument(oneOf("mode", word("yes", "YES"), word("sync", "SYNC"), word("no", "NO")));
  }

  @Override
  public void run(Call call) {
    if (call.isNested()) {
      throw new CommandException("ERR SCRIPT DEBUG must be called outside a pipeline");
    }
    if (call.is(2, "NO")) {
      call.reply().ok();
      return;
    }
    boolean isKnown = call.is(2, "YES") || call.is(2, "SYNC");
    throw new CommandException(
        isKnown ? "ERR there is no debugger of scripts" : "ERR Use SCRIPT DEBUG YES/SYNC/NO");
  }
}
