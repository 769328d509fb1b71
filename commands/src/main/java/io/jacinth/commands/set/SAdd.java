package io.jacinth.commands.set;

import static io.jacinth.engine.spec.Argument.string;
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
import io.jacinth.engine.value.SetValue;

/** {@code SADD key member [member ...]}: adds members; answers how many were not there. */
final class SAdd implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SADD")
        .in(CommandGroup.SET)
        .since("1.0.0")
        .summary("Adds members to a set, which is made where there is none.")
        .complexity("O(N), N being the number of members given")
        .flags(WRITE, DENYOOM, FAST)
        .looksUp(2)
        .key("key", RW, INSERT)
        .argument(string("member").multiple());
  }

  @Override
  public void run(Call call) {
    Key key = call.key(1);
    SetValue set = call.database().setToFill(key);
    int added = 0;
    for (int i = 2; i < call.count(); i++) {
      if (set.add(call.argument(i))) {
        added++;
      }
    }
    if (added > 0) {
      call.database().changed(key, KeyEvent.SADD, added);
    }
    call.reply().integer(added);
  }
}
