package io.jacinth.commands.string;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/**
 * {@code GETSET key value}: sets a string, answers the old one. Of old; SET with GET does the same.
 */
final class GetSet implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("GETSET")
        .in(CommandGroup.STRING)
        .since("1.0.0")
        .summary("Sets a key to a string and returns the string that it held before.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM, FAST)
        .deprecated("6.2.0", "`SET` with the `!GET` argument")
        .key("key", RW, ACCESS, UPDATE)
        .string("value");
  }

  @Override
  public void run(Call call) {
    Slice old = call.database().string(call.key(1));
    if (old == null) {
      call.reply().nil();
    } else {
      call.reply().bulk(old);
    }
    call.database().setString(call.key(1), call.argument(2), Entry.NO_DEADLINE, KeyEvent.SET);
  }
}
