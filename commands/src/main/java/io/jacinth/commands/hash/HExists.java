package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.HashValue;

/** {@code HEXISTS key field}: 1 where the field is there, else 0. */
final class HExists implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HEXISTS")
        .in(CommandGroup.HASH)
        .since("2.0.0")
        .summary("Tells whether a hash has a field.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .looksUp(2)
        .key("key", RO)
        .string("field");
  }

  @Override
  public void run(Call call) {
    HashValue hash = call.database().hash(call.key(1));
    call.reply().integer(hash != null && hash.contains(call.argument(2)) ? 1 : 0);
  }
}
