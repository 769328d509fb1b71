package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code EXPIRETIME key}: when a key goes away, in seconds since 1970; -1 where it has no deadline,
 * -2 where there is no key.
 */
final class ExpireTime implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("EXPIRETIME")
        .in(CommandGroup.GENERIC)
        .since("7.0.0")
        .summary("Tells when a key goes away, in seconds since 1970.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .key("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    Deadlines.tell(call, Deadlines.Unit.SECONDS, true);
  }
}
