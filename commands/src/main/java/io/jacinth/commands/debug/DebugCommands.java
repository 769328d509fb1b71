package io.jacinth.commands.debug;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class DebugCommands {
  public static final List<Command> ALL = List.of(new Debug());

  private DebugCommands() {}
}
