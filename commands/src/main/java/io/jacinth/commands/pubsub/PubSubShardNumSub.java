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

/** {@code PUBSUB SHARDNUMSUB [shardchannel ...]}: how many clients hear each shard channel. */
final class PubSubShardNumSub implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PUBSUB|SHARDNUMSUB")
        .in(CommandGroup.PUBSUB)
        .since("7.0.0")
        .summary("Answers how many clients hear each of some shard channels.")
        .complexity("O(N) where N is the number of shard channels asked for.")
        .flags(PUBSUB, LOADING, STALE)
        .optional(Argument.string("shardchannel").multiple());
  }

  @Override
  public void run(Call call) {
    Queries.subscribers(call, Kind.SHARD_CHANNEL);
  }
}
