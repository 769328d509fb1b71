package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.CommandFlag.BLOCKING;
import static io.jacinth.engine.spec.CommandFlag.FAST;
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
 * {@code BZPOPMAX key [key ...] timeout}: takes the member of the highest score from the first key
 * that has one, waiting for it. The timeout is checked before the keys.
 */
final class BzPopMax implements BlockingCommand {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("BZPOPMAX")
        .in(CommandGroup.SORTED_SET)
        .since("5.0.0")
        .summary(
            "Removes and returns the member of the highest score of the first key that has one, and waits until one has.")
        .complexity("O(log(N)), N being the size of the sorted set")
        .flags(WRITE, NOSCRIPT, BLOCKING, FAST)
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Index(1),
                new KeySpec.Find.Range(-2, 1, 0),
                Set.of(RW, ACCESS, DELETE)))
        .keys("key", RW, ACCESS, DELETE)
        .real("timeout");
  }

  @Override
  public void run(Call call) {
    Pops.runBlocking(call, true);
  }

  @Override
  public ValueType awaits() {
    return ValueType.ZSET;
  }

  @Override
  public boolean serve(Call call, int key) {
    return Pops.serve(call, key, true);
  }
}
