package io.jacinth.commands.pubsub;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.commands.Help;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code PUBSUB HELP}: the subcommands. */
final class PubSubHelp implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PUBSUB|HELP")
        .in(CommandGroup.PUBSUB)
        .withoutGroupCategory()
        .since("6.2.0")
        .summary("Tells what PUBSUB can do.")
        .complexity("O(1)")
        .flags(LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    Help.answer(call);
  }
}
