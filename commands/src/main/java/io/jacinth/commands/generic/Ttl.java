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
 * {@code TTL key}: the seconds until a key goes away; -1 where it has no deadline, -2 where there
 * is no key.
 */
final class Ttl implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("TTL")
        .in(CommandGroup.GENERIC)
        .since("1.0.0")
        .summary("Tells the seconds until a key goes away.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .tips("nondeterministic_output")
        .key("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    Deadlines.tell(call, Deadlines.Unit.SECONDS, false);
  }
}
