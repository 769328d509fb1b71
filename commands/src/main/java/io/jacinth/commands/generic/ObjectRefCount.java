package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code OBJECT REFCOUNT key}: 1, since no two keys share a value; nil where there is no key. */
final class ObjectRefCount implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("OBJECT|REFCOUNT")
        .in(CommandGroup.GENERIC)
        .since("2.2.3")
        .summary("Counts the references to a value: always 1, values are not shared.")
        .complexity("O(1)")
        .flags(READONLY)
        .tips("nondeterministic_output")
        .key("key", RO);
  }

  @Override
  public void run(Call call) {
    if (call.database().inspectQuietly(call.key(2)) == null) {
      call.reply().nil();
    } else {
      call.reply().integer(1);
    }
  }
}
