package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code ZRANGE key start stop [BYSCORE|BYLEX] [REV] [LIMIT offset count] [WITHSCORES]}: the
 * members of a range. The options and the ends are checked before the key.
 */
final class ZRange implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZRANGE")
        .in(CommandGroup.SORTED_SET)
        .since("1.2.0")
        .summary(
            "Returns the members of a sorted set in a range of ranks, of scores or by their bytes.")
        .complexity(
            "O(log(N)+M), N being the size of the sorted set and M the number of members returned")
        .flags(READONLY)
        .key("key", RO, ACCESS)
        .string("start")
        .string("stop")
        .optional(oneOf("sortby", word("BYSCORE"), word("BYLEX")).since("6.2.0"))
        .optional(word("REV").since("6.2.0"))
        .optional(
            block("offset_count", integer("offset"), integer("count"))
                .token("LIMIT")
                .since("6.2.0"))
        .optional(word("WITHSCORES"));
  }

  @Override
  public void run(Call call) {
    RangeQuery query = RangeQuery.open(call, 2, false);
    query.answer(call.database().zset(call.key(1)));
  }
}
