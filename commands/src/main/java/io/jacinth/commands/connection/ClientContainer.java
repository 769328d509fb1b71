package io.jacinth.commands.connection;

import io.jacinth.commands.Container;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code CLIENT}: what a connection asks about connections. */
final class ClientContainer implements Container {
  @Override
  public CommandSpec spec() {
    return CommandSpec.container("CLIENT")
        .in(CommandGroup.CONNECTION)
        .since("2.4.0")
        .summary("Holds the subcommands about connections.")
        .complexity("Depends on the subcommand.");
  }
}
