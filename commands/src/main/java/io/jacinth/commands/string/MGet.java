package io.jacinth.commands.string;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/** {@code MGET key [key ...]}: the strings held by keys; nil where a key holds none. */
final class MGet implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("MGET")
        .in(CommandGroup.STRING)
        .since("1.0.0")
        .summary("Returns the strings held by several keys.")
        .complexity("O(N), N being the number of keys")
        .flags(READONLY, FAST)
        .tips("request_policy:multi_shard")
        .keys("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    call.reply().array(call.count() - 1L);
    for (int i = 1; i < call.count(); i++) {
      Slice value = call.database().stringOrNone(call.key(i));
      if (value == null) {
        call.reply().nil();
      } else {
        call.reply().bulk(value);
      }
    }
  }
}
