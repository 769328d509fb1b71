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
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;
import java.util.List;

/**
 * {@code CLIENT LIST [TYPE type | ID id [id ...]]}: a line about each connection, by default about
 * all, in the order of their ids.
 */
final class ClientList implements Command {
  /** The types of Redis that no connection here is of. */
  private static final List<String> OTHER_TYPES = List.of("MASTER", "SLAVE", "REPLICA", "PUBSUB");

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
    if (call.count() == 2) {
      appendAll(lines, call);
    } else if (call.count() == 4 && call.is(2, "TYPE")) {
      if (isNormal(call)) {
        appendAll(lines, call);
      }
    } else if (call.count() > 3 && call.is(2, "ID")) {
      appendById(lines, call);
    } else {
      throw ErrorReply.SYNTAX.exception();
    }
    call.reply().verbatim("txt", Slice.of(lines.toString()));
  }

  /** Whether the type asked for is that of all our connections. */
  private static boolean isNormal(Call call) {
    if (OTHER_TYPES.stream().anyMatch(type -> call.is(3, type))) {
      return false;
    }
    if (!call.is(3, "NORMAL")) {
      throw new CommandException("ERR Unknown client type '" + call.text(3) + "'");
    }
    return true;
  }

  private static void appendAll(StringBuilder lines, Call call) {
    call.engine().clients().all().forEach(client -> append(lines, client, call));
  }

  private static void appendById(StringBuilder lines, Call call) {
    for (int i = 3; i < call.count(); i++) {
      long id = call.integer(i, Long.MIN_VALUE, Long.MAX_VALUE, "ERR Invalid client ID");
      Client client = call.engine().clients().find(id);
      if (client != null) {
        append(lines, client, call);
      }
    }
  }

  private static void append(StringBuilder lines, Client client, Call call) {
    if (!client.isGone()) {
      ClientLine.append(lines, client, call);
    }
  }
}
