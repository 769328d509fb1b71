package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.OW;
import static io.jacinth.engine.spec.KeyFlag.RO;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.ZsetTable;
import io.jacinth.engine.value.ZsetValue;

/**
 * {@code ZRANGESTORE dst src min max [BYSCORE|BYLEX] [REV] [LIMIT offset count]}: puts a range of
 * one sorted set under another key.
 */
final class ZRangeStore implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZRANGESTORE")
        .in(CommandGroup.SORTED_SET)
        .since("6.2.0")
        .summary("Stores the members of a sorted set that lie in a range as another sorted set.")
        .complexity(
            "O(log(N)+M), N being the size of the sorted set and M the number of members stored")
        .flags(WRITE, DENYOOM)
        .key("dst", OW, UPDATE)
        .key("src", RO, ACCESS)
        .string("min")
        .string("max")
        .optional(oneOf("sortby", word("BYSCORE"), word("BYLEX")))
        .optional(word("REV"))
        .optional(block("offset_count", integer("offset"), integer("count")).token("LIMIT"));
  }

  @Override
  public void run(Call call) {
    RangeQuery query = RangeQuery.open(call, 3, true);
    ZsetValue source = call.database().zset(call.key(2));
    ZsetTable result = call.database().newZsetTable(call.key(1));
    if (source != null) {
      try {
        query.collect(source, result);
      } catch (OutOfMemoryError refused) {
        result.free();
        throw refused;
      }
    }
    Results.store(call, call.key(1), result, KeyEvent.ZRANGESTORE);
  }
}
