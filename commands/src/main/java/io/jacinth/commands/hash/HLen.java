package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.HashValue;

/** {@code HLEN key}: the number of fields. */
final class HLen implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HLEN")
        .in(CommandGroup.HASH)
        .since("2.0.0")
        .summary("Answers the number of fields of a hash.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .key("key", RO);
  }

  @Override
  public void run(Call call) {
    HashValue hash = call.database().hash(call.key(1));
    call.reply().integer(hash == null ? 0 : hash.size());
  }
}
