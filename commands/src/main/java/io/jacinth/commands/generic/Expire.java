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
 * {@code EXPIRE key seconds [NX | XX | GT | LT]}: gives a key a deadline, in seconds from now. See
 * {@link Deadlines}.
 */
final class Expire implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("EXPIRE")
        .in(CommandGroup.GENERIC)
        .since("1.0.0")
        .summary("Gives a key a deadline, in seconds from now.")
        .complexity("O(1)")
        .flags(WRITE, FAST)
        .key("key", RW, UPDATE)
        .integer("seconds")
        .optional(Deadlines.CONDITION);
  }

  @Override
  public void run(Call call) {
    Deadlines.run(call, Deadlines.Unit.SECONDS, call.nowMillis());
  }
}
