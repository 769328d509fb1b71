package io.jacinth.commands.pubsub;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.MAY_REPLICATE;
import static io.jacinth.engine.spec.CommandFlag.PUBSUB;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code PUBLISH channel message}: sends a message to whoever hears the channel; how many do. */
final class Publish implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PUBLISH")
        .in(CommandGroup.PUBSUB)
        .since("2.0.0")
        .summary("Sends a message to a channel.")
        .complexity(
            "O(M) where M is the number of patterns that clients hear; who receives costs the loops of the receivers.")
        .flags(PUBSUB, LOADING, STALE, FAST, MAY_REPLICATE)
        .string("channel")
        .string("message");
  }

  @Override
  public void run(Call call) {
    call.reply().integer(call.engine().pubSub().publish(call.argument(1), call.argument(2)));
    restIfCongested(call);
  }

  /** Keeps a client from publishing on where messages cannot be delivered as fast. */
  static void restIfCongested(Call call) {
    if (call.engine().congestion().isOn()) {
      call.client().rest(call.engine().congestion());
    }
  }
}
