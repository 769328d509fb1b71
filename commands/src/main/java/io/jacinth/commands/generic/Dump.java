package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code DUMP key}: the value in the RDB format, with version and checksum, as RESTORE takes it;
 * nil where there is no key. The deadline is not part of it.
 */
final class Dump implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("DUMP")
        .in(CommandGroup.GENERIC)
        .since("2.6.0")
        .summary("Answers a value in the form that RESTORE takes.")
        .complexity("O(N), N being the size of the value")
        .flags(READONLY)
        .tips("nondeterministic_output")
        .key("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    Key key = call.key(1);
    Entry entry = call.database().read(key);
    if (entry == null) {
      call.reply().nil();
    } else {
      call.engine().payloads().dump(call.database(), key, entry, call.reply());
    }
  }
}
