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

/** {@code SUNSUBSCRIBE [shardchannel ...]}: ceases to hear shard channels. */
final class SUnsubscribe implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SUNSUBSCRIBE")
        .in(CommandGroup.PUBSUB)
        .since("7.0.0")
        .summary("Ceases to hear the messages of shard channels.")
        .complexity("O(N) where N is the number of shard channels to unsubscribe.")
        .flags(PUBSUB, NOSCRIPT, LOADING, STALE)
        .optional(Argument.string("shardchannel").multiple())
        .keySpec(Shards.channels(-1));
  }

  @Override
  public void run(Call call) {
    Confirmations.unsubscribe(call, Kind.SHARD_CHANNEL);
  }
}
