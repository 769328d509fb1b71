package io.jacinth.commands.pubsub;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.PUBSUB;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.pubsub.Kind;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code PUBSUB NUMPAT}: how many different patterns clients hear. */
final class PubSubNumPat implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PUBSUB|NUMPAT")
        .in(CommandGroup.PUBSUB)
        .since("2.8.0")
        .summary("Answers how many different patterns have subscribers.")
        .complexity("O(1)")
        .flags(PUBSUB, LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    call.reply().integer(call.engine().pubSub().count(Kind.PATTERN));
  }
}
