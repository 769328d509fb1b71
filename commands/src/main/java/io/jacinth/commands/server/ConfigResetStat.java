package io.jacinth.commands.server;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code CONFIG RESETSTAT}: sets the counters that INFO shows to zero. */
final class ConfigResetStat implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CONFIG|RESETSTAT")
        .in(CommandGroup.SERVER)
        .since("2.0.0")
        .summary("Sets the counters that INFO shows to zero.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    call.engine().resetStatistics();
    call.reply().ok();
  }
}
