package io.jacinth.commands.transaction;

import static io.jacinth.engine.spec.CommandFlag.ALLOW_BUSY;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code UNWATCH}: forgets all watched keys. In a transaction it comes too late. */
final class Unwatch implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("UNWATCH")
        .in(CommandGroup.TRANSACTIONS)
        .since("2.2.0")
        .summary("Forgets all watched keys.")
        .complexity("O(1)")
        .flags(NOSCRIPT, LOADING, STALE, FAST, ALLOW_BUSY);
  }

  @Override
  public void run(Call call) {
    call.worker().transactions().unwatch(call.client());
    call.reply().ok();
  }
}
