package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code ZCOUNT key min max}: how many members have a score in a range. */
final class ZCount implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZCOUNT")
        .in(CommandGroup.SORTED_SET)
        .since("2.0.0")
        .summary("Counts the members of a sorted set whose scores lie in a range.")
        .complexity("O(log(N)), N being the size of the sorted set")
        .flags(READONLY, FAST)
        .key("key", RO, ACCESS)
        .real("min")
        .real("max");
  }

  @Override
  public void run(Call call) {
    Removals.count(call, RangeKind.SCORE);
  }
}
