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

/** {@code INCRBY key increment}: adds a number to an integer. */
final class IncrBy implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("INCRBY")
        .in(CommandGroup.STRING)
        .since("1.0.0")
        .summary("Adds a number to the integer held by a key; a missing key counts as 0.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM, FAST)
        .key("key", RW, ACCESS, UPDATE)
        .integer("increment");
  }

  @Override
  public void run(Call call) {
    Increments.add(call, call.integer(2));
  }
}
