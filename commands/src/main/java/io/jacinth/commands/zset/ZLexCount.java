package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code ZLEXCOUNT key min max}: how many members lie in a range by their bytes. */
final class ZLexCount implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZLEXCOUNT")
        .in(CommandGroup.SORTED_SET)
        .since("2.8.9")
        .summary("Counts the members of a sorted set that lie in a range by their bytes.")
        .complexity("O(log(N)), N being the size of the sorted set")
        .flags(READONLY, FAST)
        .key("key", RO, ACCESS)
        .string("min")
        .string("max");
  }

  @Override
  public void run(Call call) {
    Removals.count(call, RangeKind.LEX);
  }
}
