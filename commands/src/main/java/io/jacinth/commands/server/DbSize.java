package io.jacinth.commands.server;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.AclCategory;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code DBSIZE}: the number of keys, those expired but not yet removed included. */
final class DbSize implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("DBSIZE")
        .in(CommandGroup.SERVER)
        .since("1.0.0")
        .summary("Counts the keys of the database.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .categories(AclCategory.KEYSPACE)
        .tips("request_policy:all_shards", "response_policy:agg_sum");
  }

  @Override
  public void run(Call call) {
    call.reply().integer(call.database().size());
  }
}
