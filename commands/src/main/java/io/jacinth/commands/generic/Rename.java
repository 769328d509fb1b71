package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.OW;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code RENAME key newkey}: a key takes another name, in place of what that one held. An unknown
 * key is an error, even where both names are the same.
 */
final class Rename implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("RENAME")
        .in(CommandGroup.GENERIC)
        .since("1.0.0")
        .summary("Gives a key another name, in place of what that one held.")
        .complexity("O(1); O(N) for a value of N bytes that moves to another partition")
        .flags(WRITE)
        .key("key", RW, ACCESS, DELETE)
        .key("newkey", OW, UPDATE);
  }

  @Override
  public void run(Call call) {
    Renaming.run(call, true);
    call.reply().ok();
  }
}
