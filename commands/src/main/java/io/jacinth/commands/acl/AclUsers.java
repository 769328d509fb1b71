package io.jacinth.commands.acl;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.acl.User;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;
import java.util.List;

/** {@code ACL USERS}: the names of all users, in the order of their bytes. */
final class AclUsers implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ACL|USERS")
        .in(CommandGroup.SERVER)
        .since("6.0.0")
        .summary("Returns the names of all users.")
        .complexity("O(N), N being the number of users")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    List<User> users = call.engine().acl().users();
    call.reply().array(users.size());
    users.forEach(user -> call.reply().bulk(Slice.ofLatin1(user.name())));
  }
}
