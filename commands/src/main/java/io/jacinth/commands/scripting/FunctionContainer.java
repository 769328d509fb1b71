package io.jacinth.commands.scripting;

import io.jacinth.commands.Container;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code FUNCTION}: libraries of functions. */
final class FunctionContainer implements Container {
  @Override
  public CommandSpec spec() {
    return CommandSpec.container("FUNCTION")
        .in(CommandGroup.SCRIPTING)
        .since("7.0.0")
        .summary("Holds the subcommands about functions.")
        .complexity("Depends on the subcommand.");
  }
}
