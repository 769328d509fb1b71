package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RM;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code DEL key [key ...]}: removes keys; answers how many there were. */
final class Del implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("DEL")
        .in(CommandGroup.GENERIC)
        .since("1.0.0")
        .summary("Removes keys, whatever they hold.")
        .complexity(
            "O(N), N being the number of keys; for a collection also the number of its elements")
        .flags(WRITE)
        .tips("request_policy:multi_shard", "response_policy:agg_sum")
        .keys("key", RM, DELETE);
  }

  @Override
  public void run(Call call) {
    call.reply().integer(Deletions.delete(call));
  }
}
