package io.jacinth.commands.set;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.MemberPool;

/**
 * {@code SINTERSTORE destination key [key ...]}: puts the members that all sets have in the place
 * of what the destination holds; answers how many members that is.
 */
final class SInterStore implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SINTERSTORE")
        .in(CommandGroup.SET)
        .since("1.0.0")
        .summary("Stores the members that several sets have in common.")
        .complexity("O(N*M), N being the size of the smallest set and M the number of sets")
        .flags(WRITE, DENYOOM)
        .key("destination", RW, UPDATE)
        .keys("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    SetSources sources = SetSources.of(call, 2, call.count());
    MemberPool result = call.memberPool();
    SetAlgebra.intersection(sources, result);
    SetSources.store(call, result, KeyEvent.SINTERSTORE);
  }
}
