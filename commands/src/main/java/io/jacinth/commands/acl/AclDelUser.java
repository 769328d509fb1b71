package io.jacinth.commands.acl;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.acl.Acl;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code ACL DELUSER username [username ...]}: removes users and disconnects their clients; answers
 * how many there were. The default user stays.
 */
final class AclDelUser implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ACL|DELUSER")
        .in(CommandGroup.SERVER)
        .since("6.0.0")
        .summary("Removes users and disconnects their clients.")
        .complexity("O(N), N being the number of clients")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .argument(Argument.string("username").multiple());
  }

  @Override
  public void run(Call call) {
    long deleted = 0;
    for (int i = 2; i < call.count(); i++) {
      String name = call.text(i);
      if (Acl.isDefault(name)) {
        throw new CommandException("ERR The 'default' user cannot be removed");
      }
      deleted += call.engine().acl().delete(name) ? 1 : 0;
    }
    call.reply().integer(deleted);
  }
}
