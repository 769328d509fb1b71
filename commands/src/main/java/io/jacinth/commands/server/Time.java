package io.jacinth.commands.server;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code TIME}: seconds since 1970, and the microseconds of the current second. */
final class Time implements Command {
  private static final long MICROS_A_SECOND = 1_000_000;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("TIME")
        .in(CommandGroup.SERVER)
        .since("2.6.0")
        .summary("Returns the server's time in seconds and microseconds since 1970.")
        .complexity("O(1)")
        .flags(LOADING, STALE, FAST)
        .tips("nondeterministic_output");
  }

  @Override
  public void run(Call call) {
    long micros = call.engine().clock().wallClockMicros();
    call.reply().array(2);
    call.reply().bulkInteger(micros / MICROS_A_SECOND);
    call.reply().bulkInteger(micros % MICROS_A_SECOND);
  }
}
