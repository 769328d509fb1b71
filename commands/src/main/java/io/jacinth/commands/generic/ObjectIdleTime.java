package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code OBJECT IDLETIME key}: seconds since the key was last used; nil where there is no key. */
final class ObjectIdleTime implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("OBJECT|IDLETIME")
        .in(CommandGroup.GENERIC)
        .since("2.2.3")
        .summary("Tells the seconds since a key was last read or written.")
        .complexity("O(1)")
        .flags(READONLY)
        .tips("nondeterministic_output")
        .key("key", RO);
  }

  @Override
  public void run(Call call) {
    Entry entry = call.database().inspect(call.key(2));
    if (entry == null) {
      call.reply().nil();
    } else {
      call.reply().integer(call.database().idleSeconds(entry));
    }
  }
}
