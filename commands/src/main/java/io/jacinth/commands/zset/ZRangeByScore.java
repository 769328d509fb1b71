package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code ZRANGEBYSCORE}: the members of a range by scores. */
final class ZRangeByScore implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZRANGEBYSCORE")
        .in(CommandGroup.SORTED_SET)
        .since("1.0.5")
        .summary("Returns the members of a sorted set in a range of scores.")
        .complexity(
            "O(log(N)+M), N being the size of the sorted set and M the number of members returned")
        .flags(READONLY)
        .deprecated("6.2.0", "`ZRANGE` with the `BYSCORE` argument")
        .key("key", RO, ACCESS)
        .real("min")
        .real("max")
        .optional(word("WITHSCORES").since("2.0.0"))
        .optional(block("offset_count", integer("offset"), integer("count")).token("LIMIT"));
  }

  @Override
  public void run(Call call) {
    RangeQuery query = RangeQuery.of(call, RangeKind.SCORE, false);
    query.answer(call.database().zset(call.key(1)));
  }
}
