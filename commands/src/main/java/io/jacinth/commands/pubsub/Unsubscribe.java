package io.jacinth.commands.pubsub;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.PUBSUB;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.pubsub.Kind;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code UNSUBSCRIBE [channel ...]}: ceases to hear channels, all without arguments. */
final class Unsubscribe implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("UNSUBSCRIBE")
        .in(CommandGroup.PUBSUB)
        .since("2.0.0")
        .summary("Ceases to hear the messages of channels.")
        .complexity("O(N) where N is the number of channels to unsubscribe.")
        .flags(PUBSUB, NOSCRIPT, LOADING, STALE)
        .optional(Argument.string("channel").multiple());
  }

  @Override
  public void run(Call call) {
    Confirmations.unsubscribe(call, Kind.CHANNEL);
  }
}
