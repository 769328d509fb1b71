package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.ZsetValue;

/** {@code ZREM key member [member ...]}: removes members and answers how many there were. */
final class ZRem implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZREM")
        .in(CommandGroup.SORTED_SET)
        .since("1.2.0")
        .summary("Removes members from a sorted set.")
        .complexity(
            "O(M*log(N)), N being the size of the sorted set and M the number of members named")
        .flags(WRITE, FAST)
        .looksUp(2)
        .key("key", RW, DELETE)
        .argument(string("member").multiple());
  }

  @Override
  public void run(Call call) {
    ZsetValue set = call.database().zsetToChange(call.key(1));
    int removed = 0;
    for (int i = 2; set != null && i < call.count(); i++) {
      if (set.remove(call.argument(i))) {
        removed++;
      }
    }
    if (removed > 0) {
      call.database().changed(call.key(1), KeyEvent.ZREM, removed);
    }
    call.reply().integer(removed);
  }
}
