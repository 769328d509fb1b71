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
 * {@code AUTH [username] password}: logs in. Where no password is set, the form without a user is
 * an error and the user {@code default} is let in with any password. A failure leaves the client as
 * it was.
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
      Login.check(call, call.argument(1), call.argument(2));
    } else {
      if (!call.engine().asksForPassword()) {
        throw new CommandException(
            "ERR AUTH <password> called without any password configured for the default user."
                + " Are you sure your configuration is correct?");
      }
      Login.check(call, Login.DEFAULT_USER, call.argument(1));
    }
    Login.succeed(call);
    call.reply().ok();
  }
}
