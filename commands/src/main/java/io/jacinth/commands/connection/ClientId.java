package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code CLIENT ID}: the number of this connection, larger than that of every earlier one. */
final class ClientId implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|ID")
        .in(CommandGroup.CONNECTION)
        .since("5.0.0")
        .summary("Returns the number of the connection.")
        .complexity("O(1)")
        .flags(NOSCRIPT, LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    call.reply().integer(call.client().id());
  }
}
