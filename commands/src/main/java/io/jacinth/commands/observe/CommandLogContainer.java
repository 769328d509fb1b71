package io.jacinth.commands.observe;

import io.jacinth.commands.Container;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code COMMANDLOG}: commands that were slow or large. */
final class CommandLogContainer implements Container {
  @Override
  public CommandSpec spec() {
    return CommandSpec.container("COMMANDLOG")
        .in(CommandGroup.SERVER)
        .since("8.1.0")
        .summary("Holds the subcommands about commands that were slow or large.")
        .complexity("Depends on the subcommand.");
  }
}
