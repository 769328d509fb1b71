package io.jacinth.commands.string;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/** {@code GETDEL key}: the string held by a key, which is then deleted. */
final class GetDel implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("GETDEL")
        .in(CommandGroup.STRING)
        .since("6.2.0")
        .summary("Returns the string held by a key and deletes the key.")
        .complexity("O(1)")
        .flags(WRITE, FAST)
        .key("key", RW, ACCESS, DELETE);
  }

  @Override
  public void run(Call call) {
    Slice value = call.database().string(call.key(1));
    if (value == null) {
      call.reply().nil();
      return;
    }
    call.reply().bulk(value);
    call.propagation().instead("DEL").word(call.argument(1));
    call.database().delete(call.key(1), KeyEvent.DEL);
  }
}
