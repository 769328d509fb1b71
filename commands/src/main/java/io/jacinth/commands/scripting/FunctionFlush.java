package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.WRITE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;

/** {@code FUNCTION FLUSH [ASYNC | SYNC]}: forgets all libraries. */
final class FunctionFlush implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("FUNCTION|FLUSH")
        .in(CommandGroup.SCRIPTING)
        .since("7.0.0")
        .summary("Forgets all libraries of functions.")
        .complexity("O(N), N being the number of functions")
        .flags(WRITE, NOSCRIPT)
        .tips("request_policy:all_shards", "response_policy:all_succeeded")
        .locks(LockScope.ALL)
        .optional(oneOf("async", word("async", "ASYNC"), word("sync", "SYNC")));
  }

  @Override
  public void run(Call call) {
    if (call.count() > 3) {
      throw new CommandException(
          "ERR unknown subcommand or wrong number of arguments for '"
              + call.quoted(1)
              + "'. Try FUNCTION HELP.");
    }
    if (call.count() == 3 && !call.is(2, "SYNC") && !call.is(2, "ASYNC")) {
      throw new CommandException("ERR FUNCTION FLUSH only supports SYNC|ASYNC option");
    }
    call.engine().scripting().libraries().flush();
    call.changedServer();
    call.reply().ok();
  }
}
