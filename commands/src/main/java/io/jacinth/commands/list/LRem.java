package io.jacinth.commands.list;

import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.ListValue;

/**
 * {@code LREM key count element}: removes elements that equal one: the first {@code count}, the
 * last {@code -count}, or with 0 all. Answers how many.
 */
final class LRem implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LREM")
        .in(CommandGroup.LIST)
        .since("1.0.0")
        .summary("Removes elements of a list that equal one.")
        .complexity("O(N+M), N being the length of the list and M the number of elements removed")
        .flags(WRITE)
        .key("key", RW, DELETE)
        .integer("count")
        .string("element");
  }

  @Override
  public void run(Call call) {
    long count = call.integer(2);
    Key key = call.key(1);
    ListValue list = call.database().listToChange(key);
    long removed = 0;
    if (list != null) {
      long most = count == 0 || count == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(count);
      removed = list.remove(call.argument(3), most, count < 0);
    }
    if (removed > 0) {
      call.database().changed(key, KeyEvent.LREM, removed);
    }
    call.reply().integer(removed);
  }
}
