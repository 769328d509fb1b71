package io.jacinth.commands.set;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.SetValue;

/** {@code SCARD key}: the number of members. */
final class SCard implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SCARD")
        .in(CommandGroup.SET)
        .since("1.0.0")
        .summary("Counts the members of a set.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .key("key", RO);
  }

  @Override
  public void run(Call call) {
    SetValue set = call.database().set(call.key(1));
    call.reply().integer(set == null ? 0 : set.size());
  }
}
