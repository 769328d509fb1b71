package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code ZREVRANGE}: the members of a range by ranks, highest scores first. */
final class ZRevRange implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZREVRANGE")
        .in(CommandGroup.SORTED_SET)
        .since("1.2.0")
        .summary("Returns the members of a sorted set in a range of ranks, highest scores first.")
        .complexity(
            "O(log(N)+M), N being the size of the sorted set and M the number of members returned")
        .flags(READONLY)
        .deprecated("6.2.0", "`ZRANGE` with the `REV` argument")
        .key("key", RO, ACCESS)
        .integer("start")
        .integer("stop")
        .optional(word("WITHSCORES"));
  }

  @Override
  public void run(Call call) {
    RangeQuery query = RangeQuery.of(call, RangeKind.RANK, true);
    query.answer(call.database().zset(call.key(1)));
  }
}
