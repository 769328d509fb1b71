package io.jacinth.commands.server;

import io.jacinth.commands.Container;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code MEMORY}: what takes memory. */
final class MemoryContainer implements Container {
  @Override
  public CommandSpec spec() {
    return CommandSpec.container("MEMORY")
        .in(CommandGroup.SERVER)
        .since("4.0.0")
        .summary("Holds the subcommands about memory.")
        .complexity("Depends on the subcommand.");
  }
}
