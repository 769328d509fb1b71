package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.StreamValue;

/** {@code XLEN key}: the number of entries; 0 where there is no key. */
final class XLen implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XLEN")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Returns the number of entries of a stream.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .key("key", RO);
  }

  @Override
  public void run(Call call) {
    StreamValue stream = call.database().stream(call.key(1));
    call.reply().integer(stream == null ? 0 : stream.length());
  }
}
