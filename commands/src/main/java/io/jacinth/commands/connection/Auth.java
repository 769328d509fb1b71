package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.CommandFlag.ALLOW_BUSY;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.NO_AUTH;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code AUTH [username] password}: logs in. Where the default user needs no password, the form
 * without a user is an error. A failure leaves the client as it was.
 */
final class Auth implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("AUTH")
        .in(CommandGroup.CONNECTION)
        .since("1.0.0")
        .summary("Logs in with a password, as the default user or as the one named.")
        .complexity("O(N), N being the number of the user's passwords")
        .flags(ALLOW_BUSY, NOSCRIPT, LOADING, STALE, FAST, NO_AUTH)
        .optional(Argument.string("username").since("6.0.0"))
        .string("password");
  }

  @Override
  public boolean isSecret(Call call, int index) {
    return true;
  }

  @Override
  public void run(Call call) {
    if (call.count() > 3) {
      throw ErrorReply.SYNTAX.exception();
    }
    if (call.count() == 3) {
      Login.run(call, 1, 2);
    } else {
      if (!call.engine().acl().defaultNeedsPassword()) {
        throw new CommandException(
            "ERR AUTH <password> called without any password configured for the default user."
                + " Are you sure your configuration is correct?");
      }
      Login.run(call, 0, 1);
    }
    call.reply().ok();
  }
}
