package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.Pause;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code CLIENT PAUSE milliseconds [WRITE | ALL]}: for that time clients' commands wait, by default
 * all of them.
 */
final class ClientPause implements Command {
  private static final long NANOS_A_MILLI = 1_000_000;

  /** Some decades, which is as long as the clock can count. */
  private static final long MOST_MILLIS = Long.MAX_VALUE / 8 / NANOS_A_MILLI;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|PAUSE")
        .in(CommandGroup.CONNECTION)
        .since("2.9.50")
        .summary("Lets the commands of clients wait for a time, all or only those that write.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .integer("timeout")
        .optional(oneOf("mode", word("WRITE"), word("ALL")).since("6.2.0"));
  }

  @Override
  public void run(Call call) {
    if (call.count() > 4) {
      throw new CommandException(
          "ERR unknown subcommand or wrong number of arguments for '"
              + call.quoted(1)
              + "'. Try CLIENT HELP.");
    }
    Pause.Scope scope = scope(call);
    long millis =
        call.integer(
            2, Long.MIN_VALUE, Long.MAX_VALUE, "ERR timeout is not an integer or out of range");
    if (millis < 0) {
      throw new CommandException("ERR timeout is negative");
    }
    call.engine().pause().begin(scope, Math.min(millis, MOST_MILLIS) * NANOS_A_MILLI);
    call.reply().ok();
  }

  private static Pause.Scope scope(Call call) {
    if (call.count() == 3 || call.is(3, "ALL")) {
      return Pause.Scope.ALL;
    }
    if (!call.is(3, "WRITE")) {
      throw new CommandException("ERR CLIENT PAUSE mode must be WRITE or ALL");
    }
    return Pause.Scope.WRITES;
  }
}
