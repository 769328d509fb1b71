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

/** {@code PUBSUB SHARDCHANNELS [pattern]}: the shard channels that somebody hears. */
final class PubSubShardChannels implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PUBSUB|SHARDCHANNELS")
        .in(CommandGroup.PUBSUB)
        .since("7.0.0")
        .summary("Lists the shard channels that have subscribers.")
        .complexity("O(N) where N is the number of such shard channels.")
        .flags(PUBSUB, LOADING, STALE)
        .optional(Argument.pattern("pattern"))
        .arity(-2);
  }

  @Override
  public void run(Call call) {
    Queries.names(call, Kind.SHARD_CHANNEL);
  }
}
