package io.jacinth.commands.list;

import static io.jacinth.engine.spec.Argument.integer;
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
 * {@code BLMPOP timeout numkeys key [key ...] LEFT|RIGHT [COUNT count]}: LMPOP that waits where all
 * lists are empty. The timeout is read after the rest.
 */
final class BLMPop implements BlockingCommand {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("BLMPOP")
        .in(CommandGroup.LIST)
        .since("7.0.0")
        .summary(
            "Removes and returns elements of the first of several lists that is not empty, or waits for one.")
        .complexity("O(N+M), N being the number of keys and M the number of elements returned")
        .flags(WRITE, BLOCKING)
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Index(2),
                new KeySpec.Find.KeyNumber(0, 1, 1),
                Set.of(RW, ACCESS, DELETE)))
        .real("timeout")
        .integer("numkeys")
        .keys("key", RW, ACCESS, DELETE)
        .argument(End.argument("where"))
        .optional(integer("count").token("COUNT"));
  }

  @Override
  public ValueType awaits() {
    return ValueType.LIST;
  }

  @Override
  public void run(Call call) {
    MultiPop pop = MultiPop.of(call, 2);
    long timeout = Timeouts.seconds(call, 1);
    if (!pop.isServed(call)) {
      call.block(timeout, pop.firstKey(), pop.lastKey());
    }
  }

  @Override
  public boolean serve(Call call, int key) {
    return MultiPop.of(call, 2).isServed(call, key);
  }
}
