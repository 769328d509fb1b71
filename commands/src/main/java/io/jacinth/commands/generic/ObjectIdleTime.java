package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code OBJECT IDLETIME key}: seconds since the key was last used; nil where there is no key, an
 * error while an LFU eviction policy makes entries keep how often they are used instead.
 */
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
    Entry entry = call.database().inspectQuietly(call.key(2));
    if (entry == null) {
      call.reply().nil();
    } else if (call.database().countsUses()) {
      throw new CommandException(
          "ERR An LFU maxmemory policy is selected, idle time not tracked. Please note that when"
              + " switching between policies at runtime LRU and LFU data will take some time to"
              + " adjust.");
    } else {
      call.reply().integer(call.database().idleSeconds(entry));
    }
  }
}
