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

/** {@code PSUBSCRIBE pattern [pattern ...]}: begins to hear every channel that matches. */
final class PSubscribe implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PSUBSCRIBE")
        .in(CommandGroup.PUBSUB)
        .since("2.0.0")
        .summary("Begins to hear the messages of all channels that match patterns.")
        .complexity("O(N) where N is the number of patterns to subscribe to.")
        .flags(PUBSUB, NOSCRIPT, LOADING, STALE)
        .argument(Argument.block("pattern", Argument.pattern("pattern")).multiple());
  }

  @Override
  public void run(Call call) {
    Confirmations.subscribe(call, Kind.PATTERN);
  }
}
