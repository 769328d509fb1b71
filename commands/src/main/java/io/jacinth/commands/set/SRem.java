package io.jacinth.commands.set;

import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.SetValue;

/** {@code SREM key member [member ...]}: removes members; answers how many were there. */
final class SRem implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SREM")
        .in(CommandGroup.SET)
        .since("1.0.0")
        .summary("Removes members from a set; a set without members is deleted.")
        .complexity("O(N), N being the number of members given")
        .flags(WRITE, FAST)
        .looksUp(2)
        .key("key", RW, DELETE)
        .argument(string("member").multiple());
  }

  @Override
  public void run(Call call) {
    Key key = call.key(1);
    SetValue set = call.database().setToChange(key);
    int removed = 0;
    for (int i = 2; set != null && i < call.count(); i++) {
      if (set.remove(call.argument(i))) {
        removed++;
      }
    }
    if (removed > 0) {
      call.database().changed(key, KeyEvent.SREM, removed);
    }
    call.reply().integer(removed);
  }
}
