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
 * {@code OBJECT FREQ key}: how often the key has been used of late, logarithmically; nil where
 * there is no key, an error unless an LFU eviction policy makes entries keep that.
 */
final class ObjectFreq implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("OBJECT|FREQ")
        .in(CommandGroup.GENERIC)
        .since("4.0.0")
        .summary("Tells how often a key has been used of late, on a logarithmic scale.")
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
    } else if (!call.database().countsUses()) {
      throw new CommandException(
          "ERR An LFU maxmemory policy is not selected, access frequency not tracked. Please note"
              + " that when switching between policies at runtime LRU and LFU data will take some"
              + " time to adjust.");
    } else {
      call.reply().integer(call.database().frequency(entry));
    }
  }
}
