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

/** {@code SSUBSCRIBE shardchannel [shardchannel ...]}: begins to hear shard channels. */
final class SSubscribe implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SSUBSCRIBE")
        .in(CommandGroup.PUBSUB)
        .since("7.0.0")
        .summary("Begins to hear the messages of shard channels.")
        .complexity("O(N) where N is the number of shard channels to subscribe to.")
        .flags(PUBSUB, NOSCRIPT, LOADING, STALE)
        .argument(Argument.string("shardchannel").multiple())
        .keySpec(Shards.channels(-1));
  }

  @Override
  public void run(Call call) {
    Confirmations.subscribe(call, Kind.SHARD_CHANNEL);
  }
}
