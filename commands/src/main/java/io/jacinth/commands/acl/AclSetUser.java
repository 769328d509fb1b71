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
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code ACL SETUSER username [rule [rule ...]]}: makes a user or changes one. All rules are
 * applied or, where one is wrong, none.
 */
final class AclSetUser implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ACL|SETUSER")
        .in(CommandGroup.SERVER)
        .since("6.0.0")
        .summary("Changes the rules of a user, or makes a new one.")
        .complexity("O(N), N being the number of rules")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .string("username")
        .optional(Argument.string("rule").multiple());
  }

  @Override
  public void run(Call call) {
    String name = call.text(2);
    if (Acl.isBadName(name)) {
      throw new CommandException("ERR Usernames can't contain spaces or null characters");
    }
    List<String> rules = IntStream.range(3, call.count()).mapToObj(call::text).toList();
    call.engine().acl().set(name, rules);
    call.reply().ok();
  }
}
