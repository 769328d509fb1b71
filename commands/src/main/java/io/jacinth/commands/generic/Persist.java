package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code PERSIST key}: takes a deadline away; 1 where there was one, else 0. */
final class Persist implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PERSIST")
        .in(CommandGroup.GENERIC)
        .since("2.2.0")
        .summary("Takes a key's deadline away, so that it stays.")
        .complexity("O(1)")
        .flags(WRITE, FAST)
        .key("key", RW, UPDATE);
  }

  @Override
  public void run(Call call) {
    call.reply().integer(call.database().removeDeadline(call.key(1)) ? 1 : 0);
  }
}
