package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code TYPE key}: the type of what a key holds, or none. */
final class Type implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("TYPE")
        .in(CommandGroup.GENERIC)
        .since("1.0.0")
        .summary("Names the type of the value that a key holds.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .key("key", RO);
  }

  @Override
  public void run(Call call) {
    Entry entry = call.database().inspect(call.key(1));
    call.reply().status(entry == null ? "none" : entry.type().wireName());
  }
}
