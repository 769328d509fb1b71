package io.jacinth.commands.acl;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.acl.AclFile;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import java.io.IOException;
import java.nio.file.Path;

/** {@code ACL SAVE}: writes all users to the file of {@code aclfile}. */
final class AclSave implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ACL|SAVE")
        .in(CommandGroup.SERVER)
        .since("6.0.0")
        .summary("Writes all users to the ACL file.")
        .complexity("O(N), N being the number of users")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    Path path = UsersFile.path(call);
    try {
      AclFile.save(call.engine().acl(), path);
    } catch (IOException e) {
      call.engine().host().warn("Saving the ACL file failed: " + e.getMessage());
      throw new CommandException(
          "ERR There was an error trying to save the ACLs. Please check the server logs for more"
              + " information");
    }
    call.reply().ok();
  }
}
