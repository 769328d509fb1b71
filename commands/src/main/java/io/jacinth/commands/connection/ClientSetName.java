package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code CLIENT SETNAME connection-name}: names the connection; an empty name takes it away. */
final class ClientSetName implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|SETNAME")
        .in(CommandGroup.CONNECTION)
        .since("2.6.9")
        .summary("Names the connection.")
        .complexity("O(1)")
        .flags(NOSCRIPT, LOADING, STALE)
        .string("connection-name");
  }

  @Override
  public void run(Call call) {
    ClientText.checkName(call, 2);
    call.client().name(call.text(2));
    call.reply().ok();
  }
}
