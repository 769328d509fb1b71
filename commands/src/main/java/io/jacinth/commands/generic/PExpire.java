package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code PEXPIRE key milliseconds [NX | XX | GT | LT]}: gives a key a deadline, in milliseconds
 * from now. See {@link Deadlines}.
 */
final class PExpire implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PEXPIRE")
        .in(CommandGroup.GENERIC)
        .since("2.6.0")
        .summary("Gives a key a deadline, in milliseconds from now.")
        .complexity("O(1)")
        .flags(WRITE, FAST)
        .key("key", RW, UPDATE)
        .integer("milliseconds")
        .optional(Deadlines.CONDITION);
  }

  @Override
  public void run(Call call) {
    Deadlines.run(call, Deadlines.Unit.MILLISECONDS, call.nowMillis());
  }
}
