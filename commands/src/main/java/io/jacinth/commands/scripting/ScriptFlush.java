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
 * {@code SCRIPT FLUSH [ASYNC | SYNC]}: forgets all scripts. There is nothing to free that could
 * take time.
 */
final class ScriptFlush implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SCRIPT|FLUSH")
        .in(CommandGroup.SCRIPTING)
        .since("2.6.0")
        .summary("Forgets all scripts.")
        .complexity("O(N), N being the number of scripts")
        .flags(NOSCRIPT)
        .tips("request_policy:all_nodes", "response_policy:all_succeeded")
        .optional(oneOf("async", word("async", "ASYNC"), word("sync", "SYNC")).since("6.2.0"));
  }

  @Override
  public void run(Call call) {
    boolean isKnown = call.count() == 2 || call.count() == 3 && isMode(call);
    if (!isKnown) {
      throw new CommandException("ERR SCRIPT FLUSH only support SYNC|ASYNC option");
    }
    call.engine().scripting().flush();
    call.reply().ok();
  }

  private static boolean isMode(Call call) {
    return call.is(2, "SYNC") || call.is(2, "ASYNC");
  }
}
