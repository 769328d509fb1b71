package io.jacinth.commands.list;

import static io.jacinth.engine.spec.CommandFlag.BLOCKING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.BlockingCommand;
import io.jacinth.engine.Call;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import io.jacinth.engine.value.ValueType;
import java.util.Set;

/**
 * {@code BRPOP key [key ...] timeout}: removes the last element of the first list that is not
 * empty, and answers its key with it; waits where all are.
 */
final class BRPop implements BlockingCommand {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("BRPOP")
        .in(CommandGroup.LIST)
        .since("2.0.0")
        .summary(
            "Removes and returns the last element of the first list that is not empty, or waits for one.")
        .complexity("O(N), N being the number of keys")
        .flags(WRITE, NOSCRIPT, BLOCKING)
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Index(1),
                new KeySpec.Find.Range(-2, 1, 0),
                Set.of(RW, ACCESS, DELETE)))
        .keys("key", RW, ACCESS, DELETE)
        .real("timeout");
  }

  @Override
  public ValueType awaits() {
    return ValueType.LIST;
  }

  @Override
  public void run(Call call) {
    BlockingPops.run(call, End.RIGHT);
  }

  @Override
  public boolean serve(Call call, int key) {
    return BlockingPops.isServed(call, key, End.RIGHT);
  }
}
