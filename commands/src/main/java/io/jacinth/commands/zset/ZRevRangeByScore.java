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

/** {@code ZREVRANGEBYSCORE}: the members of a range by scores, highest first. */
final class ZRevRangeByScore implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZREVRANGEBYSCORE")
        .in(CommandGroup.SORTED_SET)
        .since("2.2.0")
        .summary("Returns the members of a sorted set in a range of scores, highest first.")
        .complexity(
            "O(log(N)+M), N being the size of the sorted set and M the number of members returned")
        .flags(READONLY)
        .deprecated("6.2.0", "`ZRANGE` with the `REV` and `BYSCORE` arguments")
        .key("key", RO, ACCESS)
        .real("max")
        .real("min")
        .optional(word("WITHSCORES"))
        .optional(block("offset_count", integer("offset"), integer("count")).token("LIMIT"));
  }

  @Override
  public void run(Call call) {
    RangeQuery query = RangeQuery.of(call, RangeKind.SCORE, true);
    query.answer(call.database().zset(call.key(1)));
  }
}
