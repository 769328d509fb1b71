package io.jacinth.commands.acl;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.CommandTable;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.acl.User;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/**
 * {@code ACL DRYRUN username command [arg ...]}: whether a user might run a command, which is not
 * run. Checked in this order: the user, the command, the number of its arguments.
 */
final class AclDryRun implements Command {
  /** Where the request begins. */
  private static final int FIRST = 3;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ACL|DRYRUN")
        .in(CommandGroup.SERVER)
        .since("7.0.0")
        .summary("Tells whether a user may run a command, without running it.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .string("username")
        .string("command")
        .optional(Argument.string("arg").multiple());
  }

  @Override
  public void run(Call call) {
    User user = call.engine().acl().user(call.text(2));
    if (user == null) {
      throw new CommandException("ERR User '" + call.quoted(2) + "' not found");
    }
    RegisteredCommand command = command(call);
    if (command == null) {
      throw new CommandException("ERR Command '" + call.quoted(FIRST) + "' not found");
    }
    if (!command.accepts(call.count() - FIRST)) {
      throw new CommandException(
          "ERR wrong number of arguments for '" + command.name() + "' command");
    }
    String refusal = call.engine().acl().dryRun(call, user, command, FIRST);
    if (refusal == null) {
      call.reply().ok();
    } else {
      call.reply().bulk(Slice.ofLatin1(refusal));
    }
  }

  private static @Nullable RegisteredCommand command(Call call) {
    RegisteredCommand command = call.engine().commands().table().find(call.argument(FIRST));
    CommandTable subcommands = command == null ? null : command.subcommands();
    return subcommands == null || call.count() == FIRST + 1
        ? command
        : subcommands.find(call.argument(FIRST + 1));
  }
}
