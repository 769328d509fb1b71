package io.jacinth.commands.observe;

import io.jacinth.commands.Container;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code LATENCY}: latency. */
final class LatencyContainer implements Container {
  @Override
  public CommandSpec spec() {
    return CommandSpec.container("LATENCY")
        .in(CommandGroup.SERVER)
        .since("2.8.13")
        .summary("Holds the subcommands about latency.")
        .complexity("Depends on the subcommand.");
  }
}
