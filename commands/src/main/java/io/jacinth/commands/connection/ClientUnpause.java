package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code CLIENT UNPAUSE}: ends a pause; the commands that wait run. */
final class ClientUnpause implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|UNPAUSE")
        .in(CommandGroup.CONNECTION)
        .since("6.2.0")
        .summary("Ends the pause of CLIENT PAUSE.")
        .complexity("O(N) Where N is the number of paused clients")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    call.engine().pause().end();
    call.reply().ok();
  }
}
