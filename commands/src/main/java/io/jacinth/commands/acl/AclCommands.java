package io.jacinth.commands.acl;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class AclCommands {
  public static final List<Command> ALL =
      List.of(
          new AclContainer(),
          new AclCat(),
          new AclDelUser(),
          new AclDryRun(),
          new AclGenPass(),
          new AclGetUser(),
          new AclHelp(),
          new AclList(),
          new AclLoad(),
          new AclLog(),
          new AclSave(),
          new AclSetUser(),
          new AclUsers(),
          new AclWhoAmI());

  private AclCommands() {}
}
