package io.jacinth.commands.acl;

import io.jacinth.commands.Container;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code ACL}: who may do what. */
final class AclContainer implements Container {
  @Override
  public CommandSpec spec() {
    return CommandSpec.container("ACL")
        .in(CommandGroup.SERVER)
        .since("6.0.0")
        .summary("Holds the subcommands about users and what they may do.")
        .complexity("Depends on the subcommand.");
  }
}
