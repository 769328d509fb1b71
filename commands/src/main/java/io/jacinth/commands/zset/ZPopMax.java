package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code ZPOPMAX key [count]}: removes the members of the highest scores and answers them. */
final class ZPopMax implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZPOPMAX")
        .in(CommandGroup.SORTED_SET)
        .since("5.0.0")
        .summary("Removes and returns the members of the highest scores.")
        .complexity(
            "O(log(N)+M), N being the size of the sorted set and M the number of members removed")
        .flags(WRITE, FAST)
        .key("key", RW, ACCESS, DELETE)
        .optional(integer("count"));
  }

  @Override
  public void run(Call call) {
    Pops.run(call, true);
  }
}
