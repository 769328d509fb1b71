package io.jacinth.commands.transaction;

import static io.jacinth.engine.spec.CommandFlag.ALLOW_BUSY;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.IMMEDIATE;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code WATCH key [key ...]}: the next EXEC runs nothing if one of the keys has changed since. A
 * key that had expired already does not change by being removed.
 */
final class Watch implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("WATCH")
        .in(CommandGroup.TRANSACTIONS)
        .since("2.2.0")
        .summary("Watches keys: EXEC runs nothing once one of them has changed.")
        .complexity("O(1) for a key")
        .flags(NOSCRIPT, LOADING, STALE, FAST, ALLOW_BUSY, IMMEDIATE)
        .keys("key", RO);
  }

  @Override
  public void run(Call call) {
    for (int i = 1; i < call.count(); i++) {
      call.worker().transactions().watch(call.client(), call.database(), call.key(i));
    }
    call.reply().ok();
  }
}
