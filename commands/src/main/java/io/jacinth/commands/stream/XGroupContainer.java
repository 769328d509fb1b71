package io.jacinth.commands.stream;

import io.jacinth.commands.Container;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code XGROUP}: consumer groups. */
final class XGroupContainer implements Container {
  @Override
  public CommandSpec spec() {
    return CommandSpec.container("XGROUP")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Holds the subcommands that change consumer groups.")
        .complexity("Depends on the subcommand.");
  }
}
