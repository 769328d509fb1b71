package io.jacinth.commands.server;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.NO_ASYNC_LOADING;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code BGREWRITEAOF}: begins to write a log that says the same in fewer words. */
final class BgRewriteAof implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("BGREWRITEAOF")
        .in(CommandGroup.SERVER)
        .since("1.0.0")
        .summary("Begins to rewrite the append-only file in the background.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT, NO_ASYNC_LOADING);
  }

  @Override
  public void run(Call call) {
    call.reply().status(call.engine().appendLog().rewrite());
  }
}
