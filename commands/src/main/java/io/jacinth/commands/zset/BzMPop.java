package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.BLOCKING;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.commands.Timeouts;
import io.jacinth.engine.BlockingCommand;
import io.jacinth.engine.Call;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import io.jacinth.engine.value.ValueType;
import java.util.Set;

/**
 * {@code BZMPOP timeout numkeys key [key ...] MIN|MAX [COUNT count]}: takes members from the first
 * key that has any, waiting for it.
 */
final class BzMPop implements BlockingCommand {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("BZMPOP")
        .in(CommandGroup.SORTED_SET)
        .since("7.0.0")
        .summary(
            "Removes and returns members of the first key that has any, and waits until one has.")
        .complexity(
            "O(K+M*log(N)), K being the number of keys, N the size of the sorted set and M the number of members removed")
        .flags(WRITE, BLOCKING)
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Index(2),
                new KeySpec.Find.KeyNumber(0, 1, 1),
                Set.of(RW, ACCESS, DELETE)))
        .real("timeout")
        .integer("numkeys")
        .keys("key", RW, ACCESS, DELETE)
        .argument(oneOf("where", word("MIN"), word("MAX")))
        .optional(integer("count").token("COUNT"));
  }

  @Override
  public void run(Call call) {
    MultiPop pop = MultiPop.parse(call, 2);
    long timeout = Timeouts.seconds(call, 1);
    if (!pop.serveAny()) {
      call.block(timeout, pop.first(), pop.last());
    }
  }

  @Override
  public ValueType awaits() {
    return ValueType.ZSET;
  }

  @Override
  public boolean serve(Call call, int key) {
    return MultiPop.parse(call, 2).serve(key);
  }
}
