package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.ZsetValue;

/** {@code ZMSCORE key member [member ...]}: the scores of members, nil for each that is missing. */
final class ZMScore implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZMSCORE")
        .in(CommandGroup.SORTED_SET)
        .since("6.2.0")
        .summary("Returns the scores of several members.")
        .complexity("O(N), N being the number of members asked for")
        .flags(READONLY, FAST)
        .looksUp(2)
        .key("key", RO, ACCESS)
        .argument(string("member").multiple());
  }

  @Override
  public void run(Call call) {
    ZsetValue set = call.database().zset(call.key(1));
    call.reply().array(call.count() - 2);
    for (int i = 2; i < call.count(); i++) {
      if (set != null && set.find(call.argument(i))) {
        call.reply().real(set.score());
      } else {
        call.reply().nil();
      }
    }
  }
}
