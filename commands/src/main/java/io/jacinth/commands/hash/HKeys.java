package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.HashValue;

/** {@code HKEYS key}: all fields of a hash. */
final class HKeys implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HKEYS")
        .in(CommandGroup.HASH)
        .since("2.0.0")
        .summary("Answers all fields of a hash.")
        .complexity("O(N), N being the size of the hash")
        .flags(READONLY)
        .tips("nondeterministic_output_order")
        .key("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    HashValue hash = call.database().hash(call.key(1));
    call.reply().array(hash == null ? 0 : hash.size());
    if (hash != null) {
      hash.writeTo(call.reply(), true, false);
    }
  }
}
