package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.Element;
import io.jacinth.engine.value.HashValue;

/** {@code HSTRLEN key field}: the length of a value in bytes, 0 where there is none. */
final class HStrLen implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HSTRLEN")
        .in(CommandGroup.HASH)
        .since("3.2.0")
        .summary("Answers the length of the value of a field.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .looksUp(2)
        .key("key", RO)
        .string("field");
  }

  @Override
  public void run(Call call) {
    HashValue hash = call.database().hash(call.key(1));
    Element value = hash == null ? null : hash.get(call.argument(2));
    call.reply().integer(value == null ? 0 : value.length());
  }
}
