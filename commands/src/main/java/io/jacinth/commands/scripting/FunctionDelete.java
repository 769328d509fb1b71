package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.WRITE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;

/** {@code FUNCTION DELETE library-name}: forgets a library and its functions. */
final class FunctionDelete implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("FUNCTION|DELETE")
        .in(CommandGroup.SCRIPTING)
        .since("7.0.0")
        .summary("Forgets a library of functions.")
        .complexity("O(N), N being the number of functions")
        .flags(WRITE, NOSCRIPT)
        .tips("request_policy:all_shards", "response_policy:all_succeeded")
        .locks(LockScope.ALL)
        .string("library-name");
  }

  @Override
  public void run(Call call) {
    call.engine().scripting().libraries().delete(call.text(2));
    call.changedServer();
    call.reply().ok();
  }
}
