package io.jacinth.commands.set;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code SMEMBERS key}: all members. */
final class SMembers implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SMEMBERS")
        .in(CommandGroup.SET)
        .since("1.0.0")
        .summary("Returns all members of a set.")
        .complexity("O(N), N being the number of members")
        .flags(READONLY)
        .tips("nondeterministic_output_order")
        .key("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    SetReplies.writeAll(call.database().set(call.key(1)), call.reply());
  }
}
