package io.jacinth.commands.string;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code DECRBY key decrement}: subtracts a number from an integer. The least 64-bit integer is
 * refused.
 */
final class DecrBy implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("DECRBY")
        .in(CommandGroup.STRING)
        .since("1.0.0")
        .summary("Subtracts a number from the integer held by a key; a missing key counts as 0.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM, FAST)
        .key("key", RW, ACCESS, UPDATE)
        .integer("decrement");
  }

  @Override
  public void run(Call call) {
    long decrement = call.integer(2);
    if (decrement == Long.MIN_VALUE) {
      throw new CommandException("ERR decrement would overflow");
    }
    Increments.add(call, -decrement);
  }
}
