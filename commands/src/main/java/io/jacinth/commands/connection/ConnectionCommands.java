package io.jacinth.commands.connection;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class ConnectionCommands {
  public static final List<Command> ALL =
      List.of(
          new Auth(),
          new ClientContainer(),
          new ClientGetName(),
          new ClientHelp(),
          new ClientId(),
          new ClientInfo(),
          new ClientList(),
          new ClientNoEvict(),
          new ClientReply(),
          new ClientSetInfo(),
          new ClientSetName(),
          new ClientUnblock(),
          new Echo(),
          new Hello(),
          new Ping(),
          new Quit(),
          new Reset(),
          new Select());

  private ConnectionCommands() {}
}
