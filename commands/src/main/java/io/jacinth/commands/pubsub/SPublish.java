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

/** {@code SPUBLISH shardchannel message}: sends a message to a shard channel; how many hear it. */
final class SPublish implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SPUBLISH")
        .in(CommandGroup.PUBSUB)
        .since("7.0.0")
        .summary("Sends a message to a shard channel.")
        .complexity("O(1); who receives costs the loops of the receivers.")
        .flags(PUBSUB, LOADING, STALE, FAST, MAY_REPLICATE)
        .string("shardchannel")
        .string("message")
        .keySpec(Shards.channels(0));
  }

  @Override
  public void run(Call call) {
    call.reply().integer(call.engine().pubSub().publishInShard(call.argument(1), call.argument(2)));
    Publish.restIfCongested(call);
  }
}
