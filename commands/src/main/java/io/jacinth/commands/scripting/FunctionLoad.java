package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.WRITE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;
import io.jacinth.protocol.Slice;

/** {@code FUNCTION LOAD [REPLACE] function-code}: makes a library and answers its name. */
final class FunctionLoad implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("FUNCTION|LOAD")
        .in(CommandGroup.SCRIPTING)
        .since("7.0.0")
        .summary("Makes a library of functions.")
        .complexity("O(1), apart from what the code does")
        .flags(WRITE, DENYOOM, NOSCRIPT)
        .tips("request_policy:all_shards", "response_policy:all_succeeded")
        .locks(LockScope.ALL)
        .optional(word("REPLACE"))
        .string("function-code");
  }

  @Override
  public void run(Call call) {
    boolean replaces = false;
    for (int i = 2; i < call.count() - 1; i++) {
      if (!call.is(i, "REPLACE")) {
        throw new CommandException("ERR Unknown option given: " + call.quoted(i));
      }
      replaces = true;
    }
    Slice code = call.argument(call.count() - 1);
    String name = call.engine().scripting().libraries().load(code, replaces);
    call.changedServer();
    call.reply().bulk(name);
  }
}
