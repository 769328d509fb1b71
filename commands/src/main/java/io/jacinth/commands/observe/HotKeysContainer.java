package io.jacinth.commands.observe;

import io.jacinth.commands.Container;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code HOTKEYS}: the search for the keys that cost most. */
final class HotKeysContainer implements Container {
  @Override
  public CommandSpec spec() {
    return CommandSpec.container("HOTKEYS")
        .in(CommandGroup.SERVER)
        .since("8.6.0")
        .summary("Holds the subcommands about the search for the keys that cost most.")
        .complexity("Depends on the subcommand.");
  }
}
