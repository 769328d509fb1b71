package io.jacinth.commands.generic;

import io.jacinth.commands.Container;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code OBJECT}: how values are stored. */
final class ObjectContainer implements Container {
  @Override
  public CommandSpec spec() {
    return CommandSpec.container("OBJECT")
        .in(CommandGroup.GENERIC)
        .since("2.2.3")
        .summary("Holds the subcommands about how values are stored.")
        .complexity("Depends on the subcommand.");
  }
}
