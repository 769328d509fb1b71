package io.jacinth.commands.string;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/** {@code STRLEN key}: the length of a string, 0 where there is none. */
final class StrLen implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("STRLEN")
        .in(CommandGroup.STRING)
        .since("2.2.0")
        .summary("Returns the length in bytes of the string held by a key.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .key("key", RO);
  }

  @Override
  public void run(Call call) {
    Slice value = call.database().string(call.key(1));
    call.reply().integer(value == null ? 0 : value.length());
  }
}
