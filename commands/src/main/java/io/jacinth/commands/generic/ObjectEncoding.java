package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code OBJECT ENCODING key}: how the value is stored; nil where there is no key. */
final class ObjectEncoding implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("OBJECT|ENCODING")
        .in(CommandGroup.GENERIC)
        .since("2.2.3")
        .summary("Names the form in which a value is stored.")
        .complexity("O(1)")
        .flags(READONLY)
        .tips("nondeterministic_output")
        .key("key", RO);
  }

  @Override
  public void run(Call call) {
    Key key = call.key(2);
    Entry entry = call.database().inspectQuietly(key);
    if (entry == null) {
      call.reply().nil();
    } else {
      call.reply().bulk(call.database().encodingName(key, entry));
    }
  }
}
