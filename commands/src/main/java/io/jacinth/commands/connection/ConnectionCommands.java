package io.jacinth.commands.connection;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class ConnectionCommands {
  public static final List<Command> ALL =
      List.of(
          new Auth(),
          new ClientCaching(),
          new ClientContainer(),
          new ClientGetName(),
          new ClientGetRedir(),
          new ClientHelp(),
          new ClientId(),
          new ClientInfo(),
          new ClientKill(),
          new ClientList(),
          new ClientNoEvict(),
          new ClientNoTouch(),
          new ClientPause(),
          new ClientReply(),
          new ClientSetInfo(),
          new ClientSetName(),
          new ClientTracking(),
          new ClientTrackingInfo(),
          new ClientUnblock(),
          new ClientUnpause(),
          new Echo(),
          new Hello(),
          new Ping(),
          new Quit(),
          new Reset(),
          new Select());

  private ConnectionCommands() {}
}
