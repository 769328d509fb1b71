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

/** {@code SUBSCRIBE channel [channel ...]}: begins to hear channels; a message confirms each. */
final class Subscribe implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SUBSCRIBE")
        .in(CommandGroup.PUBSUB)
        .since("2.0.0")
        .summary("Begins to hear the messages of channels.")
        .complexity("O(N) where N is the number of channels to subscribe to.")
        .flags(PUBSUB, NOSCRIPT, LOADING, STALE)
        .argument(Argument.string("channel").multiple());
  }

  @Override
  public void run(Call call) {
    Confirmations.subscribe(call, Kind.CHANNEL);
  }
}
