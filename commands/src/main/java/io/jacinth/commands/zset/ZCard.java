package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.ZsetValue;

/** {@code ZCARD key}: how many members there are. */
final class ZCard implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZCARD")
        .in(CommandGroup.SORTED_SET)
        .since("1.2.0")
        .summary("Returns the number of members of a sorted set.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .key("key", RO);
  }

  @Override
  public void run(Call call) {
    ZsetValue set = call.database().zset(call.key(1));
    call.reply().integer(set == null ? 0 : set.size());
  }
}
