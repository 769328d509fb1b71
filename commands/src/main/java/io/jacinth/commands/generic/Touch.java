package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code TOUCH key [key ...]}: marks keys as used now; answers how many exist. */
final class Touch implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("TOUCH")
        .in(CommandGroup.GENERIC)
        .since("3.2.1")
        .summary("Marks keys as used just now and counts how many of them exist.")
        .complexity("O(N), N being the number of keys")
        .flags(READONLY, FAST)
        .tips("request_policy:multi_shard", "response_policy:agg_sum")
        .keys("key", RO);
  }

  @Override
  public void run(Call call) {
    int found = 0;
    for (int i = 1; i < call.count(); i++) {
      if (call.database().read(call.key(i)) != null) {
        found++;
      }
    }
    call.reply().integer(found);
  }
}
