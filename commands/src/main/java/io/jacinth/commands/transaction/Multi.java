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

/** {@code MULTI}: from now on requests are queued, until EXEC runs or DISCARD forgets them. */
final class Multi implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("MULTI")
        .in(CommandGroup.TRANSACTIONS)
        .since("1.2.0")
        .summary("Begins a transaction: requests are queued until EXEC.")
        .complexity("O(1)")
        .flags(NOSCRIPT, LOADING, STALE, FAST, ALLOW_BUSY, IMMEDIATE);
  }

  @Override
  public void run(Call call) {
    call.worker().transactions().begin(call.client());
    call.reply().ok();
  }
}
