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
 * {@code PTTL key}: the milliseconds until a key goes away; -1 where it has no deadline, -2 where
 * there is no key.
 */
final class PTtl implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PTTL")
        .in(CommandGroup.GENERIC)
        .since("2.6.0")
        .summary("Tells the milliseconds until a key goes away.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .tips("nondeterministic_output")
        .key("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    Deadlines.tell(call, Deadlines.Unit.MILLISECONDS, false);
  }
}
