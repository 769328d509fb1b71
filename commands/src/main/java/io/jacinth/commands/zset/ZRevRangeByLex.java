package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code ZREVRANGEBYLEX}: the members of a range by bytes, last first. */
final class ZRevRangeByLex implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZREVRANGEBYLEX")
        .in(CommandGroup.SORTED_SET)
        .since("2.8.9")
        .summary("Returns the members of a sorted set in a range by their bytes, last first.")
        .complexity(
            "O(log(N)+M), N being the size of the sorted set and M the number of members returned")
        .flags(READONLY)
        .deprecated("6.2.0", "`ZRANGE` with the `REV` and `BYLEX` arguments")
        .key("key", RO, ACCESS)
        .string("max")
        .string("min")
        .optional(block("offset_count", integer("offset"), integer("count")).token("LIMIT"));
  }

  @Override
  public void run(Call call) {
    RangeQuery query = RangeQuery.of(call, RangeKind.LEX, true);
    query.answer(call.database().zset(call.key(1)));
  }
}
