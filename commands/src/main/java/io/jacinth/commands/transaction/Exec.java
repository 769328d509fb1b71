package io.jacinth.commands.transaction;

import static io.jacinth.engine.spec.CommandFlag.IMMEDIATE;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.SKIP_SLOWLOG;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code EXEC}: runs the queued requests, with nothing in between, and answers all their replies;
 * null where a watched key has changed. A request that could not be queued makes it fail.
 */
final class Exec implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("EXEC")
        .in(CommandGroup.TRANSACTIONS)
        .since("1.2.0")
        .summary("Runs the requests of a transaction as one.")
        .complexity("That of the queued commands together")
        .flags(NOSCRIPT, LOADING, STALE, SKIP_SLOWLOG, IMMEDIATE);
  }

  @Override
  public void run(Call call) {
    call.worker().transactions().exec(call);
  }
}
