package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.tracking.Mode;
import io.jacinth.engine.tracking.Tracker;

/**
 * {@code CLIENT GETREDIR}: the id of the client that is told of changed keys in place of this one;
 * 0: none, -1: nothing is tracked.
 */
final class ClientGetRedir implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|GETREDIR")
        .in(CommandGroup.CONNECTION)
        .since("6.0.0")
        .summary("Answers which client gets the messages about changed keys.")
        .complexity("O(1)")
        .flags(NOSCRIPT, LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    call.reply().integer(of(call));
  }

  static long of(Call call) {
    Tracker tracker = call.client().tracker();
    Mode mode = tracker == null ? null : tracker.mode();
    return mode == null ? -1 : mode.redirect();
  }
}
