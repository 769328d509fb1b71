package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code SELECT index}: the connection uses another database from now on. */
final class Select implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SELECT")
        .in(CommandGroup.CONNECTION)
        .since("1.0.0")
        .summary("Chooses the database that the connection works on.")
        .complexity("O(1)")
        .flags(LOADING, STALE, FAST)
        .integer("index");
  }

  @Override
  public void run(Call call) {
    call.client().database(call.database(call.int32(1)).index());
    call.reply().ok();
  }
}
