package io.jacinth.commands.set;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.MemberPool;

/** {@code SINTER key [key ...]}: the members that all sets have. */
final class SInter implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SINTER")
        .in(CommandGroup.SET)
        .since("1.0.0")
        .summary("Returns the members that several sets have in common.")
        .complexity("O(N*M), N being the size of the smallest set and M the number of sets")
        .flags(READONLY)
        .tips("nondeterministic_output_order")
        .keys("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    SetSources sources = SetSources.of(call, 1, call.count());
    MemberPool result = call.memberPool();
    SetAlgebra.intersection(sources, result);
    call.reply().set(result.count());
    result.writeTo(call.reply());
  }
}
