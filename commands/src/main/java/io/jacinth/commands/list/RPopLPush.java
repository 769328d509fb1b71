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

/** {@code RPOPLPUSH source destination}: LMOVE from the right to the left. */
final class RPopLPush implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("RPOPLPUSH")
        .in(CommandGroup.LIST)
        .since("1.2.0")
        .summary("Moves the last element of a list to the beginning of another and returns it.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM)
        .deprecated("6.2.0", "`LMOVE` with the `RIGHT` and `LEFT` arguments")
        .key("source", RW, ACCESS, DELETE)
        .key("destination", RW, INSERT);
  }

  @Override
  public void run(Call call) {
    Moves.run(call, End.RIGHT, End.LEFT);
  }
}
