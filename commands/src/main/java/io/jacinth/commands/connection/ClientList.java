package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.Argument.block;
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
import io.jacinth.engine.info.ClientLine;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/**
 * {@code CLIENT LIST [filter value ...]}: a line about each connection that passes all filters, in
 * the order of their ids. ID alone asks for some by their numbers, in the order asked.
 */
final class ClientList implements Command {
  private static final String WRONG_ID = "ERR Invalid client ID";

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|LIST")
        .in(CommandGroup.CONNECTION)
        .since("2.4.0")
        .summary("Describes the open connections, each in a line of fields.")
        .complexity("O(N), N being the number of connections")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .tips("nondeterministic_output")
        .optional(
            oneOf(
                    "normal_master_replica_pubsub",
                    word("NORMAL"),
                    word("MASTER"),
                    word("REPLICA"),
                    word("PUBSUB"))
                .token("TYPE")
                .since("5.0.0"))
        .optional(block("id", integer("client-id").multiple()).token("ID").since("6.2.0"));
  }

  @Override
  public void run(Call call) {
    StringBuilder lines = new StringBuilder();
    if (isOfIdsAlone(call)) {
      appendById(lines, call);
    } else {
      var filter = ClientFilter.read(call, 2, false, WRONG_ID);
      call.engine().clients().all().stream()
          .filter(filter)
          .forEach(client -> append(lines, client, call));
    }
    call.reply().verbatim("txt", Slice.of(lines.toString()));
  }

  private static boolean isOfIdsAlone(Call call) {
    if (call.count() < 4 || !call.is(2, "ID")) {
      return false;
    }
    for (int i = 3; i < call.count(); i++) {
      if (!call.argument(i).isInteger() && i + 1 < call.count()) {
        return false;
      }
    }
    return true;
  }

  private static void appendById(StringBuilder lines, Call call) {
    for (int i = 3; i < call.count(); i++) {
      long id = call.integer(i, Long.MIN_VALUE, Long.MAX_VALUE, WRONG_ID);
      Client client = call.engine().clients().find(id);
      if (client != null) {
        append(lines, client, call);
      }
    }
  }

  private static void append(StringBuilder lines, Client client, Call call) {
    if (!client.isGone()) {
      var running = client == call.client() ? call.request() : null;
      ClientLine.append(lines, client, call.nowMillis(), running);
    }
  }
}
