package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.READONLY;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;
import io.jacinth.protocol.Slice;

/** {@code RANDOMKEY}: any key of the database, nil where it has none. */
final class RandomKey implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("RANDOMKEY")
        .in(CommandGroup.GENERIC)
        .since("1.0.0")
        .summary("Picks a key at random.")
        .complexity("O(1)")
        .flags(READONLY)
        .tips("request_policy:all_shards", "nondeterministic_output")
        .locks(LockScope.ALL);
  }

  @Override
  public void run(Call call) {
    Entry entry = call.database().random(call.engine().random());
    if (entry == null) {
      call.reply().nil();
    } else {
      call.reply().bulk(entry.key(new Slice()));
    }
  }
}
