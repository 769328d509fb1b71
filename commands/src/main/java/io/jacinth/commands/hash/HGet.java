package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.HashValue;

/** {@code HGET key field}: the value of a field, nil where there is none. */
final class HGet implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HGET")
        .in(CommandGroup.HASH)
        .since("2.0.0")
        .summary("Answers the value of a field of a hash.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .looksUp(2)
        .key("key", RO, ACCESS)
        .string("field");
  }

  @Override
  public void run(Call call) {
    HashValue hash = call.database().hash(call.key(1));
    Fields.answer(call.reply(), hash == null ? null : hash.get(call.argument(2)));
  }
}
