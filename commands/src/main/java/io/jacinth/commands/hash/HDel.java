package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.HashValue;

/**
 * {@code HDEL key field [field ...]}: removes fields; how many were there. A hash without fields
 * goes.
 */
final class HDel implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HDEL")
        .in(CommandGroup.HASH)
        .since("2.0.0")
        .summary("Removes fields of a hash, and the hash with its last field.")
        .complexity("O(N), N being the number of fields to be removed")
        .flags(WRITE, FAST)
        .looksUp(2)
        .key("key", RW, DELETE)
        .argument(Argument.string("field").multiple());
  }

  @Override
  public void run(Call call) {
    Key key = call.key(1);
    HashValue hash = call.database().hashToChange(key);
    int removed = 0;
    for (int i = 2; hash != null && i < call.count(); i++) {
      removed += hash.remove(call.argument(i)) ? 1 : 0;
    }
    if (removed > 0) {
      call.database().changed(key, KeyEvent.HDEL, removed);
    }
    call.reply().integer(removed);
  }
}
