package io.jacinth.commands.list;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.INSERT;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code LMOVE source destination LEFT|RIGHT LEFT|RIGHT}: moves an element from an end of a list to
 * an end of another, or of the same, and answers it.
 */
final class LMove implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LMOVE")
        .in(CommandGroup.LIST)
        .since("6.2.0")
        .summary("Moves an element from one list to another and returns it.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM)
        .key("source", RW, ACCESS, DELETE)
        .key("destination", RW, INSERT)
        .argument(End.argument("wherefrom"))
        .argument(End.argument("whereto"));
  }

  @Override
  public void run(Call call) {
    Moves.run(call, End.of(call, 3), End.of(call, 4));
  }
}
