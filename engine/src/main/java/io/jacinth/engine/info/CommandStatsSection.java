package io.jacinth.engine.info;

import io.jacinth.engine.CommandStatistics;
import io.jacinth.engine.Engine;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.Statistics;

/** Calls and time of each command that was asked for. */
record CommandStatsSection(Engine engine) implements InfoSection {
  @Override
  public String title() {
    return "Commandstats";
  }

  @Override
  public boolean isDefault() {
    return false;
  }

  @Override
  public void write(InfoWriter out) {
    Statistics sum = engine.statistics();
    for (RegisteredCommand command : engine.commands().all()) {
      CommandStatistics counts = sum.of(command);
      if (counts.calls() > 0 || counts.rejectedCalls() > 0) {
        out.field("cmdstat_" + command.name(), line(counts));
      }
    }
  }

  private static String line(CommandStatistics counts) {
    long micros = counts.nanos() / 1000;
    double microsPerCall = counts.calls() == 0 ? 0 : (double) micros / counts.calls();
    return "calls=%d,usec=%d,usec_per_call=%s,rejected_calls=%d,failed_calls=%d"
        .formatted(
            counts.calls(),
            micros,
            InfoWriter.decimals(microsPerCall, 2),
            counts.rejectedCalls(),
            counts.failedCalls());
  }
}
