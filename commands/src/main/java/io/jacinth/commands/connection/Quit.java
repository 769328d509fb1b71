package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.CommandFlag.ALLOW_BUSY;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.IMMEDIATE;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.NO_AUTH;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code QUIT}: answers OK and closes the connection; requests behind it are not read. */
final class Quit implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("QUIT")
        .in(CommandGroup.CONNECTION)
        .since("1.0.0")
        .summary("Closes the connection.")
        .complexity("O(1)")
        .flags(ALLOW_BUSY, NOSCRIPT, LOADING, STALE, FAST, NO_AUTH, IMMEDIATE)
        .arity(-1);
  }

  @Override
  public void run(Call call) {
    call.reply().ok();
    call.client().closeAfterReplies();
  }
}
