package io.jacinth.commands.string;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code SUBSTR key start end}: GETRANGE under its first name. */
final class SubStr implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SUBSTR")
        .in(CommandGroup.STRING)
        .since("1.0.0")
        .summary("Returns part of the string held by a key.")
        .complexity("O(N), N being the number of bytes returned")
        .flags(READONLY)
        .deprecated("2.0.0", "`GETRANGE`")
        .key("key", RO, ACCESS)
        .integer("start")
        .integer("end");
  }

  @Override
  public void run(Call call) {
    GetRange.answer(call);
  }
}
