package io.jacinth.commands.set;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.MemberPool;

/** {@code SUNION key [key ...]}: the members of all sets. */
final class SUnion implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SUNION")
        .in(CommandGroup.SET)
        .since("1.0.0")
        .summary("Returns the members of several sets.")
        .complexity("O(N), N being the number of members of all sets")
        .flags(READONLY)
        .tips("nondeterministic_output_order")
        .keys("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    SetSources sources = SetSources.of(call, 1, call.count());
    MemberPool result = call.memberPool();
    SetAlgebra.union(sources, result);
    call.reply().set(result.count());
    result.writeTo(call.reply());
  }
}
