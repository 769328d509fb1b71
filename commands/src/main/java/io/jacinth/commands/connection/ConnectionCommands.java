package io.jacinth.commands.connection;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class ConnectionCommands {
  public static final List<Command> ALL = List.of(new Ping());

  private ConnectionCommands() {}
}
