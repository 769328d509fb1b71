package io.jacinth.commands.observe;

import io.jacinth.commands.Container;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code SLOWLOG}: the commands that took long. */
final class SlowLogContainer implements Container {
  @Override
  public CommandSpec spec() {
    return CommandSpec.container("SLOWLOG")
        .in(CommandGroup.SERVER)
        .since("2.2.12")
        .summary("Holds the subcommands about the commands that took long.")
        .complexity("Depends on the subcommand.");
  }
}
