package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code ECHO message}: the message. */
final class Echo implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ECHO")
        .in(CommandGroup.CONNECTION)
        .since("1.0.0")
        .summary("Answers the message given.")
        .complexity("O(1)")
        .flags(LOADING, STALE, FAST)
        .string("message");
  }

  @Override
  public void run(Call call) {
    call.reply().bulk(call.argument(1));
  }
}
