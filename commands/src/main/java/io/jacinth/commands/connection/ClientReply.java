package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Client;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code CLIENT REPLY ON | OFF | SKIP}: replies again, no replies, no reply to the next command.
 * Only ON is answered.
 */
final class ClientReply implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|REPLY")
        .in(CommandGroup.CONNECTION)
        .since("3.2.0")
        .summary("Turns replies to the connection off and on, or skips one.")
        .complexity("O(1)")
        .flags(NOSCRIPT, LOADING, STALE)
        .argument(oneOf("on_off_skip", word("ON"), word("OFF"), word("SKIP")));
  }

  @Override
  public void run(Call call) {
    Client client = call.client();
    if (call.is(2, "ON")) {
      client.replyMode(Client.ReplyMode.ON);
      call.reply(call.worker().writerFor(client));
      call.reply().ok();
    } else if (call.is(2, "OFF")) {
      client.replyMode(Client.ReplyMode.OFF);
    } else if (call.is(2, "SKIP")) {
      if (client.replyMode() != Client.ReplyMode.OFF) {
        client.replyMode(Client.ReplyMode.SKIP_NEXT);
      }
    } else {
      throw ErrorReply.SYNTAX.exception();
    }
  }
}
