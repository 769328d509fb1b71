package io.jacinth.commands.server;

import io.jacinth.commands.Container;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code CONFIG}: the server's settings. */
final class ConfigContainer implements Container {
  @Override
  public CommandSpec spec() {
    return CommandSpec.container("CONFIG")
        .in(CommandGroup.SERVER)
        .since("2.0.0")
        .summary("Holds the subcommands about the configuration.")
        .complexity("Depends on the subcommand.");
  }
}
