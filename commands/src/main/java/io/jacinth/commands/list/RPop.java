package io.jacinth.commands.list;

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

/**
 * {@code RPOP key [count]}: removes and answers the last element, or an array of up to {@code
 * count}.
 */
final class RPop implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("RPOP")
        .in(CommandGroup.LIST)
        .since("1.0.0")
        .summary("Removes and returns the last elements of a list.")
        .complexity("O(N), N being the number of elements returned")
        .flags(WRITE, FAST)
        .key("key", RW, ACCESS, DELETE)
        .optional(integer("count").since("6.2.0"));
  }

  @Override
  public void run(Call call) {
    Pops.run(call, End.RIGHT);
  }
}
