package io.jacinth.engine.info;

import io.jacinth.engine.Engine;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.Statistics;
import java.util.List;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** The percentiles of each command's duration that the configuration names. */
record LatencyStatsSection(Engine engine) implements InfoSection {
  private static final double NANOS_A_MICRO = 1000;

  @Override
  public String title() {
    return "Latencystats";
  }

  @Override
  public boolean isDefault() {
    return false;
  }

  @Override
  public void write(InfoWriter out) {
    List<Double> percentiles = engine.settings().observation.latencyTrackingInfoPercentiles.value();
    Statistics sum = engine.statistics();
    for (RegisteredCommand command : engine.commands().all()) {
      Histogram latency = sum.of(command).latency();
      if (latency != null && latency.getTotalCount() > 0) {
        out.field("latency_percentiles_usec_" + command.name(), line(latency, percentiles));
      }
    }
  }

  private static String line(Histogram latency, List<Double> percentiles) {
    return percentiles.stream()
        .map(percentile -> "p" + name(percentile) + "=" + micros(latency, percentile))
        .collect(Collectors.joining(","));
  }

  private static String name(double percentile) {
    return percentile == Math.rint(percentile)
        ? Long.toString((long) percentile)
        : Double.toString(percentile);
  }

  private static String micros(Histogram latency, double percentile) {
    return InfoWriter.decimals(latency.getValueAtPercentile(percentile) / NANOS_A_MICRO, 3);
  }
}
