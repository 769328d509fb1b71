package io.jacinth.commands.list;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.ListValue;

/**
 * {@code LRANGE key start stop}: the elements from start to stop, both inclusive. The indexes are
 * read before the key.
 */
final class LRange implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LRANGE")
        .in(CommandGroup.LIST)
        .since("1.0.0")
        .summary("Returns a range of elements of a list.")
        .complexity("O(N), N being the number of elements returned")
        .flags(READONLY)
        .key("key", RO, ACCESS)
        .integer("start")
        .integer("stop");
  }

  @Override
  public void run(Call call) {
    long start = call.integer(2);
    long stop = call.integer(3);
    ListValue list = call.database().list(call.key(1));
    long size = list == null ? 0 : list.size();
    long from = Math.max(start < 0 ? start + size : start, 0);
    long to = Math.min(stop < 0 ? stop + size : stop, size - 1);
    if (list == null || from > to) {
      call.reply().array(0);
    } else {
      call.reply().array(to - from + 1);
      list.answer(call.reply(), from, to - from + 1);
    }
  }
}
