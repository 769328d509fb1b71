package io.jacinth.commands.string;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code DECR key}: subtracts one from an integer. */
final class Decr implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("DECR")
        .in(CommandGroup.STRING)
        .since("1.0.0")
        .summary("Subtracts one from the integer held by a key; a missing key counts as 0.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM, FAST)
        .key("key", RW, ACCESS, UPDATE);
  }

  @Override
  public void run(Call call) {
    Increments.add(call, -1);
  }
}
