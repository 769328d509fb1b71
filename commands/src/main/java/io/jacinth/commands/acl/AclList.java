package io.jacinth.commands.acl;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;
import java.util.List;

/** {@code ACL LIST}: every user as a line of the ACL file. */
final class AclList implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ACL|LIST")
        .in(CommandGroup.SERVER)
        .since("6.0.0")
        .summary("Returns the users as lines of an ACL file.")
        .complexity("O(N), N being the number of users")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    List<String> lines = call.engine().acl().lines();
    call.reply().array(lines.size());
    lines.forEach(line -> call.reply().bulk(Slice.ofLatin1(line)));
  }
}
