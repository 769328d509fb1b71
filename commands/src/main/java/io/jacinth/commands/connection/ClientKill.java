package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Client;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import java.util.List;
import java.util.function.Predicate;

/**
 * {@code CLIENT KILL address | filter value [filter value ...]}: closes connections at once. The
 * old form answers OK, or an error where nobody has the address; the new one answers how many it
 * closed. Who closes itself gets the answer first.
 */
final class ClientKill implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|KILL")
        .in(CommandGroup.CONNECTION)
        .since("2.4.0")
        .summary("Closes connections by their address or by other traits.")
        .complexity("O(N) where N is the number of client connections")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .arity(-3)
        .argument(oneOf("filter", string("ip:port"), newFormat()));
  }

  private static Argument newFormat() {
    return oneOf(
            "new-format",
            integer("client-id").token("ID").optional().since("2.8.12").multiple(),
            oneOf(
                    "normal_master_slave_pubsub",
                    word("NORMAL"),
                    word("MASTER").since("3.2.0"),
                    word("SLAVE"),
                    word("REPLICA").since("5.0.0"),
                    word("PUBSUB"))
                .token("TYPE")
                .optional()
                .since("2.8.12"),
            string("username").token("USER").optional(),
            string("ip:port").token("ADDR").optional(),
            string("ip:port").token("LADDR").optional().since("6.2.0"),
            oneOf("skipme", word("YES"), word("NO")).token("SKIPME").optional(),
            integer("maxage").token("MAXAGE").optional().since("7.4.0"))
        .multiple();
  }

  @Override
  public void run(Call call) {
    if (call.count() == 3) {
      String address = call.text(2);
      if (kill(call, client -> client.address().equals(address)) == 0) {
        throw new CommandException("ERR No such client");
      }
      call.reply().ok();
    } else {
      String wrongId = "ERR client-id should be greater than 0";
      call.reply().integer(kill(call, ClientFilter.read(call, 2, true, wrongId)));
    }
  }

  private static int kill(Call call, Predicate<Client> filter) {
    List<Client> found =
        call.engine().clients().all().stream()
            .filter(client -> !client.isGone())
            .filter(filter)
            .toList();
    for (Client client : found) {
      if (client == call.client()) {
        client.closeAfterReplies();
      } else {
        client.kill();
      }
    }
    return found.size();
  }
}
