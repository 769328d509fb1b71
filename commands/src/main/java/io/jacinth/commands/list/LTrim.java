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
 * {@code LTRIM key start stop}: removes all elements but those from start to stop, both inclusive.
 */
final class LTrim implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LTRIM")
        .in(CommandGroup.LIST)
        .since("1.0.0")
        .summary("Removes all elements of a list but a range.")
        .complexity("O(N), N being the number of elements removed")
        .flags(WRITE)
        .key("key", RW, DELETE)
        .integer("start")
        .integer("stop");
  }

  @Override
  public void run(Call call) {
    long start = call.integer(2);
    long stop = call.integer(3);
    Key key = call.key(1);
    ListValue list = call.database().listToChange(key);
    if (list != null) {
      long size = list.size();
      long from = Math.max(start < 0 ? start + size : start, 0);
      long to = Math.min(stop < 0 ? stop + size : stop, size - 1);
      boolean isNone = from > to;
      list.dropLast(isNone ? size : size - 1 - to);
      list.dropFirst(isNone ? 0 : from);
      call.database().changed(key, KeyEvent.LTRIM, isNone ? size : size - (to - from + 1));
    }
    call.reply().ok();
  }
}
