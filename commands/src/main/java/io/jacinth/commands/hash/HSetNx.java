package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.INSERT;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.HashValue;

/** {@code HSETNX key field value}: sets a field that is not there; 1 if it was set, else 0. */
final class HSetNx implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HSETNX")
        .in(CommandGroup.HASH)
        .since("2.0.0")
        .summary("Sets a field of a hash, unless it is there.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM, FAST)
        .looksUp(2)
        .key("key", RW, INSERT)
        .string("field")
        .string("value");
  }

  @Override
  public void run(Call call) {
    Key key = call.key(1);
    HashValue hash = call.database().hashToFill(key);
    if (hash.contains(call.argument(2))) {
      call.reply().integer(0);
      return;
    }
    hash.put(call.argument(2), call.argument(3));
    call.database().changed(key, KeyEvent.HSET, 1);
    call.reply().integer(1);
  }
}
