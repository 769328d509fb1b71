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

/** {@code GET key}: the string held by a key, nil where there is none. */
final class Get implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("GET")
        .in(CommandGroup.STRING)
        .since("1.0.0")
        .summary("Returns the string held by a key.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .key("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    Slice value = call.database().string(call.key(1));
    if (value == null) {
      call.reply().nil();
    } else {
      call.reply().bulk(value);
    }
  }
}
