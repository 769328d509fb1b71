package io.jacinth.commands.acl;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.acl.AclFile;
import io.jacinth.engine.acl.UnreadableUsersException;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code ACL LOAD}: reads all users from the file of {@code aclfile}; where something in it is
 * wrong nothing changes.
 */
final class AclLoad implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ACL|LOAD")
        .in(CommandGroup.SERVER)
        .since("6.0.0")
        .summary("Reads all users from the ACL file.")
        .complexity("O(N), N being the number of users")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    try {
      AclFile.load(call.engine().acl(), UsersFile.name(call), UsersFile.path(call));
    } catch (UnreadableUsersException e) {
      throw new CommandException("ERR " + e.text());
    }
    call.reply().ok();
  }
}
