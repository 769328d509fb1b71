package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code ZREMRANGEBYSCORE key min max}: removes a range by scores. The ends are checked before the
 * key.
 */
final class ZRemRangeByScore implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZREMRANGEBYSCORE")
        .in(CommandGroup.SORTED_SET)
        .since("1.2.0")
        .summary("Removes the members of a sorted set that lie in a range of scores.")
        .complexity(
            "O(log(N)+M), N being the size of the sorted set and M the number of members removed")
        .flags(WRITE)
        .key("key", RW, DELETE)
        .real("min")
        .real("max");
  }

  @Override
  public void run(Call call) {
    Removals.run(call, RangeKind.SCORE, KeyEvent.ZREMRANGEBYSCORE);
  }
}
