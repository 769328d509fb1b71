package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code MONITOR}: shows the client every command that anybody runs, a line each. A second MONITOR
 * is answered with nothing, as in Redis.
 */
final class Monitor implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("MONITOR")
        .in(CommandGroup.SERVER)
        .since("1.0.0")
        .summary("Shows every command that the server runs.")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    if (call.isNested()) {
      throw new CommandException("ERR MONITOR isn't allowed for DENY BLOCKING client");
    }
    if (call.engine().monitors().add(call.client())) {
      call.reply().ok();
    }
  }
}
