package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code XREVRANGE key end start [COUNT count]}: XRANGE backwards. */
final class XRevRange implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XREVRANGE")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Returns the entries of a stream between two ids, the last first.")
        .complexity("O(N), N being the number of entries returned")
        .flags(READONLY)
        .key("key", RO, ACCESS)
        .string("end")
        .string("start")
        .optional(integer("count").token("COUNT"));
  }

  @Override
  public void run(Call call) {
    Ranges.answer(call, 3, 2, true);
  }
}
