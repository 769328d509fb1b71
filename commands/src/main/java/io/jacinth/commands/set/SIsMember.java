package io.jacinth.commands.set;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.SetValue;

/** {@code SISMEMBER key member}: whether the set has a member. */
final class SIsMember implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SISMEMBER")
        .in(CommandGroup.SET)
        .since("1.0.0")
        .summary("Tells whether a set has a member.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .looksUp(2)
        .key("key", RO)
        .string("member");
  }

  @Override
  public void run(Call call) {
    SetValue set = call.database().set(call.key(1));
    call.reply().integer(set != null && set.contains(call.argument(2)) ? 1 : 0);
  }
}
