package io.jacinth.commands.set;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.MemberPool;

/** {@code SDIFF key [key ...]}: the members of the first set that no other has. */
final class SDiff implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SDIFF")
        .in(CommandGroup.SET)
        .since("1.0.0")
        .summary("Returns the members of the first set that the others do not have.")
        .complexity("O(N), N being the number of members of all sets")
        .flags(READONLY)
        .tips("nondeterministic_output_order")
        .keys("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    SetSources sources = SetSources.of(call, 1, call.count());
    MemberPool result = call.memberPool();
    SetAlgebra.difference(sources, result);
    call.reply().set(result.count());
    result.writeTo(call.reply());
  }
}
