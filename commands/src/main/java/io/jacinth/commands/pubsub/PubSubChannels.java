package io.jacinth.commands.pubsub;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.PUBSUB;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.pubsub.Kind;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code PUBSUB CHANNELS [pattern]}: the channels that somebody hears by name. */
final class PubSubChannels implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PUBSUB|CHANNELS")
        .in(CommandGroup.PUBSUB)
        .since("2.8.0")
        .summary("Lists the channels that have subscribers.")
        .complexity("O(N) where N is the number of such channels.")
        .flags(PUBSUB, LOADING, STALE)
        .optional(Argument.pattern("pattern"))
        .arity(-2);
  }

  @Override
  public void run(Call call) {
    Queries.names(call, Kind.CHANNEL);
  }
}
