package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code CLIENT GETNAME}: the connection's name, nil where it has none. */
final class ClientGetName implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|GETNAME")
        .in(CommandGroup.CONNECTION)
        .since("2.6.9")
        .summary("Returns the name of the connection.")
        .complexity("O(1)")
        .flags(NOSCRIPT, LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    String name = call.client().name();
    if (name.isEmpty()) {
      call.reply().nil();
    } else {
      call.reply().bulk(name);
    }
  }
}
