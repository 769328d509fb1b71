package io.jacinth.commands.pubsub;

import io.jacinth.commands.Container;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code PUBSUB}: what can be asked about channels. */
final class PubSubContainer implements Container {
  @Override
  public CommandSpec spec() {
    return CommandSpec.container("PUBSUB")
        .in(CommandGroup.PUBSUB)
        .since("2.8.0")
        .summary("Holds the subcommands about channels and who hears them.")
        .complexity("Depends on the subcommand.");
  }
}
