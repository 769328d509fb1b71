package io.jacinth.commands.set;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.OW;
import static io.jacinth.engine.spec.KeyFlag.RO;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.MemberPool;

/**
 * {@code SUNIONSTORE destination key [key ...]}: puts the members of all sets in the place of what
 * the destination holds; answers how many members that is.
 */
final class SUnionStore implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SUNIONSTORE")
        .in(CommandGroup.SET)
        .since("1.0.0")
        .summary("Stores the members of several sets.")
        .complexity("O(N), N being the number of members of all sets")
        .flags(WRITE, DENYOOM)
        .key("destination", OW, UPDATE)
        .keys("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    SetSources sources = SetSources.of(call, 2, call.count());
    MemberPool result = call.memberPool();
    SetAlgebra.union(sources, result);
    SetSources.store(call, result, KeyEvent.SUNIONSTORE);
  }
}
