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

/** {@code PUBSUB NUMSUB [channel ...]}: how many clients hear each channel by its name. */
final class PubSubNumSub implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PUBSUB|NUMSUB")
        .in(CommandGroup.PUBSUB)
        .since("2.8.0")
        .summary("Answers how many clients hear each of some channels by name.")
        .complexity("O(N) where N is the number of channels asked for.")
        .flags(PUBSUB, LOADING, STALE)
        .optional(Argument.string("channel").multiple());
  }

  @Override
  public void run(Call call) {
    Queries.subscribers(call, Kind.CHANNEL);
  }
}
