package io.jacinth.commands.scripting;

import io.jacinth.commands.Container;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code SCRIPT}: the scripts that the server keeps. */
final class ScriptContainer implements Container {
  @Override
  public CommandSpec spec() {
    return CommandSpec.container("SCRIPT")
        .in(CommandGroup.SCRIPTING)
        .since("2.6.0")
        .summary("Holds the subcommands about scripts.")
        .complexity("Depends on the subcommand.");
  }
}
