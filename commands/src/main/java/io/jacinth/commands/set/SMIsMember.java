package io.jacinth.commands.set;

import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.SetValue;

/** {@code SMISMEMBER key member [member ...]}: for each member, whether the set has it. */
final class SMIsMember implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SMISMEMBER")
        .in(CommandGroup.SET)
        .since("6.2.0")
        .summary("Tells of several members whether a set has them.")
        .complexity("O(N), N being the number of members given")
        .flags(READONLY, FAST)
        .looksUp(2)
        .key("key", RO, ACCESS)
        .argument(string("member").multiple());
  }

  @Override
  public void run(Call call) {
    SetValue set = call.database().set(call.key(1));
    call.reply().array(call.count() - 2L);
    for (int i = 2; i < call.count(); i++) {
      call.reply().integer(set != null && set.contains(call.argument(i)) ? 1 : 0);
    }
  }
}
