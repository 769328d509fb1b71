package io.jacinth.commands.stream;

import io.jacinth.commands.Container;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code XINFO}: what there is to know of streams. */
final class XInfoContainer implements Container {
  @Override
  public CommandSpec spec() {
    return CommandSpec.container("XINFO")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Holds the subcommands that tell of streams.")
        .complexity("Depends on the subcommand.");
  }
}
