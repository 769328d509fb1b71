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

/** {@code PUNSUBSCRIBE [pattern ...]}: gives patterns up, all without arguments. */
final class PUnsubscribe implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PUNSUBSCRIBE")
        .in(CommandGroup.PUBSUB)
        .since("2.0.0")
        .summary("Ceases to hear the messages of channels that match patterns.")
        .complexity("O(N) where N is the number of patterns to unsubscribe.")
        .flags(PUBSUB, NOSCRIPT, LOADING, STALE)
        .optional(Argument.pattern("pattern").multiple());
  }

  @Override
  public void run(Call call) {
    Confirmations.unsubscribe(call, Kind.PATTERN);
  }
}
