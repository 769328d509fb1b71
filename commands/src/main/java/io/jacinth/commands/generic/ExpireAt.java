package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.Argument.unixTime;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code EXPIREAT key unix-time-seconds [NX | XX | GT | LT]}: gives a key a deadline, in seconds
 * since 1970. See {@link Deadlines}.
 */
final class ExpireAt implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("EXPIREAT")
        .in(CommandGroup.GENERIC)
        .since("1.2.0")
        .summary("Gives a key a deadline, in seconds since 1970.")
        .complexity("O(1)")
        .flags(WRITE, FAST)
        .key("key", RW, UPDATE)
        .argument(unixTime("unix-time-seconds"))
        .optional(Deadlines.CONDITION);
  }

  @Override
  public void run(Call call) {
    Deadlines.run(call, Deadlines.Unit.SECONDS, 0);
  }
}
