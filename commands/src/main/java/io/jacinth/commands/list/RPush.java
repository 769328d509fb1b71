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

/** {@code RPUSH key element [element ...]}: adds elements at the end of a list, in their order. */
final class RPush implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("RPUSH")
        .in(CommandGroup.LIST)
        .since("1.0.0")
        .summary("Adds elements at the end of a list, creating it if it is absent.")
        .complexity("O(1) an element")
        .flags(WRITE, DENYOOM, FAST)
        .key("key", RW, INSERT)
        .argument(Argument.string("element").multiple());
  }

  @Override
  public void run(Call call) {
    Pushes.run(call, End.RIGHT, true);
  }
}
