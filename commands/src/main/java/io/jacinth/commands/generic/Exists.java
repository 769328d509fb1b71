package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code EXISTS key [key ...]}: how many of the keys exist; one named twice counts twice. */
final class Exists implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("EXISTS")
        .in(CommandGroup.GENERIC)
        .since("1.0.0")
        .summary("Counts how many of the keys given exist.")
        .complexity("O(N), N being the number of keys")
        .flags(READONLY, FAST)
        .tips("request_policy:multi_shard", "response_policy:agg_sum")
        .keys("key", RO);
  }

  @Override
  public void run(Call call) {
    int found = 0;
    for (int i = 1; i < call.count(); i++) {
      if (call.database().inspect(call.key(i)) != null) {
        found++;
      }
    }
    call.reply().integer(found);
  }
}
