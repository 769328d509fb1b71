package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.INSERT;
import static io.jacinth.engine.spec.KeyFlag.OW;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code RENAMENX key newkey}: a key takes another name if that one is free; 1 if it was, else 0.
 * An unknown key is an error.
 */
final class RenameNx implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("RENAMENX")
        .in(CommandGroup.GENERIC)
        .since("1.0.0")
        .summary("Gives a key another name, unless that one is taken.")
        .complexity("O(1); O(N) for a value of N bytes that moves to another partition")
        .flags(WRITE, FAST)
        .key("key", RW, ACCESS, DELETE)
        .key("newkey", OW, INSERT);
  }

  @Override
  public void run(Call call) {
    call.reply().integer(Renaming.run(call, false) ? 1 : 0);
  }
}
