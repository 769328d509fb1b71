package io.jacinth.commands.string;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.INSERT;
import static io.jacinth.engine.spec.KeyFlag.OW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code SETNX key value}: sets a string where the key holds nothing; answers whether it did. */
final class SetNx implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SETNX")
        .in(CommandGroup.STRING)
        .since("1.0.0")
        .summary("Sets a key to a string if the key does not exist.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM, FAST)
        .key("key", OW, INSERT)
        .string("value");
  }

  @Override
  public void run(Call call) {
    if (call.database().find(call.key(1)) != null) {
      call.reply().integer(0);
      return;
    }
    call.database().setString(call.key(1), call.argument(2), Entry.NO_DEADLINE, KeyEvent.SET);
    call.reply().integer(1);
  }
}
