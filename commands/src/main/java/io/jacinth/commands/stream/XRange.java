package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code XRANGE key start end [COUNT count]}: the entries between two ids, both inclusive; {@code
 * -} and {@code +} are the least and the greatest, {@code (} before an id excludes it.
 */
final class XRange implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XRANGE")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Returns the entries of a stream between two ids.")
        .complexity("O(N), N being the number of entries returned")
        .flags(READONLY)
        .key("key", RO, ACCESS)
        .string("start")
        .string("end")
        .optional(integer("count").token("COUNT"));
  }

  @Override
  public void run(Call call) {
    Ranges.answer(call, 2, 3, false);
  }
}
