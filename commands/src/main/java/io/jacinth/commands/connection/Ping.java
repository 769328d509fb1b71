package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.CommandFlag.FAST;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/**
 * {@code PING [message]}: PONG, or the message; to a subscriber in RESP2 both, in the form of a
 * published message.
 */
final class Ping implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PING")
        .in(CommandGroup.CONNECTION)
        .since("1.0.0")
        .summary("Answers PONG, or the message given: shows that the server is alive.")
        .complexity("O(1)")
        .flags(FAST)
        .tips("request_policy:all_shards", "response_policy:all_succeeded")
        .optional(Argument.string("message"));
  }

  @Override
  public void run(Call call) {
    if (call.count() > 2) {
      throw new CommandException("ERR wrong number of arguments for 'ping' command");
    }
    if (!call.client().subscriptions().isEmpty() && !call.client().isResp3()) {
      call.reply().array(2);
      call.reply().bulk("pong");
      call.reply().bulk(call.count() == 2 ? call.argument(1) : Slice.EMPTY);
    } else if (call.count() == 2) {
      call.reply().bulk(call.argument(1));
    } else {
      call.reply().status("PONG");
    }
  }
}
