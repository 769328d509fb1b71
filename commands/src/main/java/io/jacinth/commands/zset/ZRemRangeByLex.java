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
 * {@code ZREMRANGEBYLEX key min max}: removes a range by bytes. The ends are checked before the
 * key.
 */
final class ZRemRangeByLex implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZREMRANGEBYLEX")
        .in(CommandGroup.SORTED_SET)
        .since("2.8.9")
        .summary("Removes the members of a sorted set that lie in a range by their bytes.")
        .complexity(
            "O(log(N)+M), N being the size of the sorted set and M the number of members removed")
        .flags(WRITE)
        .key("key", RW, DELETE)
        .string("min")
        .string("max");
  }

  @Override
  public void run(Call call) {
    Removals.run(call, RangeKind.LEX, KeyEvent.ZREMRANGEBYLEX);
  }
}
