package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.ZsetValue;

/** {@code ZSCORE key member}: the score of a member, nil where it is missing. */
final class ZScore implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZSCORE")
        .in(CommandGroup.SORTED_SET)
        .since("1.2.0")
        .summary("Returns the score of a member.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .looksUp(2)
        .key("key", RO, ACCESS)
        .string("member");
  }

  @Override
  public void run(Call call) {
    ZsetValue set = call.database().zset(call.key(1));
    if (set != null && set.find(call.argument(2))) {
      call.reply().real(set.score());
    } else {
      call.reply().nil();
    }
  }
}
