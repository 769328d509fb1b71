package io.jacinth.commands.list;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.INSERT;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code RPUSHX key element [element ...]}: as RPUSH, where the list exists; else the answer is 0.
 */
final class RPushX implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("RPUSHX")
        .in(CommandGroup.LIST)
        .since("2.2.0")
        .summary("Adds elements at the end of a list that exists.")
        .complexity("O(1) an element")
        .flags(WRITE, DENYOOM, FAST)
        .key("key", RW, INSERT)
        .argument(Argument.string("element").multiple());
  }

  @Override
  public void run(Call call) {
    Pushes.run(call, End.RIGHT, false);
  }
}
