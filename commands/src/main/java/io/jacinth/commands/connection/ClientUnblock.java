package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Client;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code CLIENT UNBLOCK client-id [TIMEOUT | ERROR]}: ends the wait of another client, as if its
 * time were up or with an error; 1 if it waited, else 0.
 */
final class ClientUnblock implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|UNBLOCK")
        .in(CommandGroup.CONNECTION)
        .since("5.0.0")
        .summary("Ends the wait of a client that is blocked by a command.")
        .complexity("O(log N) where N is the number of client connections")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .argument(integer("client-id"))
        .optional(oneOf("timeout_error", word("TIMEOUT"), word("ERROR")));
  }

  @Override
  public void run(Call call) {
    if (call.count() > 4) {
      throw new CommandException(
          "ERR unknown subcommand or wrong number of arguments for '"
              + call.quoted(1)
              + "'. Try CLIENT HELP.");
    }
    boolean withError = call.count() == 4 && call.is(3, "ERROR");
    if (call.count() == 4 && !withError && !call.is(3, "TIMEOUT")) {
      throw new CommandException("ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR");
    }
    Client client = call.engine().clients().find(call.integer(2));
    boolean waited = client != null && call.worker().unblock(client, withError);
    call.reply().integer(waited ? 1 : 0);
  }
}
