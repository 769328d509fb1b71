package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RM;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code UNLINK key [key ...]}: removes keys; answers how many there were. As DEL does it, but that
 * the memory of large values may be freed later.
 */
final class Unlink implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("UNLINK")
        .in(CommandGroup.GENERIC)
        .since("4.0.0")
        .summary("Removes keys; the memory of large values may be freed later.")
        .complexity("O(N), N being the number of keys")
        .flags(WRITE, FAST)
        .tips("request_policy:multi_shard", "response_policy:agg_sum")
        .keys("key", RM, DELETE);
  }

  @Override
  public void run(Call call) {
    call.reply().integer(Deletions.delete(call));
  }
}
