package io.jacinth.commands.transaction;

import static io.jacinth.engine.spec.CommandFlag.ALLOW_BUSY;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.IMMEDIATE;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code DISCARD}: forgets the queued requests and all watches. */
final class Discard implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("DISCARD")
        .in(CommandGroup.TRANSACTIONS)
        .since("2.0.0")
        .summary("Forgets the queued requests of a transaction.")
        .complexity("O(N), N being the number of queued requests")
        .flags(NOSCRIPT, LOADING, STALE, FAST, ALLOW_BUSY, IMMEDIATE);
  }

  @Override
  public void run(Call call) {
    call.worker().transactions().discard(call.client());
    call.reply().ok();
  }
}
