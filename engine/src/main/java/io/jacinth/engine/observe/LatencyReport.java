package io.jacinth.engine.observe;

import io.jacinth.engine.observe.LatencySeries.Sample;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** LATENCY DOCTOR: what the samples say of each event, and what may help. */
public final class LatencyReport {
  private final Observation observation;
  private final LatencyMonitor monitor;
  private final StringBuilder out = new StringBuilder();
  private final Set<String> advice = new LinkedHashSet<>();

  private LatencyReport(Observation observation) {
    this.observation = observation;
    this.monitor = observation.latency();
  }

  public static String of(Observation observation) {
    return new LatencyReport(observation).text();
  }

  private String text() {
    List<String> events = monitor.events();
    if (events.isEmpty()) {
      return monitor.isOn()
          ? "No event has taken longer than %d ms. There is nothing to report.\n"
              .formatted(monitor.thresholdMillis())
          : "Latency is not monitored. CONFIG SET latency-monitor-threshold <milliseconds> turns"
              + " it on.\n";
    }
    out.append("Events that took longer than the threshold:\n\n");
    for (int i = 0; i < events.size(); i++) {
      tell(i + 1, events.get(i));
    }
    out.append("\nWhat may help:\n\n");
    advice.forEach(line -> out.append("- ").append(line).append('\n'));
    return out.toString();
  }

  private void tell(int number, String event) {
    LatencySeries series = monitor.of(event);
    if (series == null) {
      return;
    }
    List<Sample> samples = series.samples();
    double mean = samples.stream().mapToLong(Sample::millis).average().orElse(0);
    double deviation =
        samples.stream().mapToDouble(each -> Math.abs(each.millis() - mean)).average().orElse(0);
    double periodSeconds =
        (double) (monitor.nowSeconds() - samples.getFirst().unixSeconds()) / samples.size();
    out.append(
        String.format(
            Locale.ROOT,
            "%d. %s: %d latency spikes (average %.0fms, mean deviation %.0fms, period %.2f sec)."
                + " Worst all time event %dms.\n",
            number,
            event,
            samples.size(),
            mean,
            deviation,
            periodSeconds,
            series.longestMillis()));
    advise(event);
  }

  private void advise(String event) {
    switch (event) {
      case LatencyMonitor.COMMAND -> adviseOnCommands();
      case LatencyMonitor.FAST_COMMAND ->
          advice.add(
              "Fast commands are slow where the machine is short of processors or memory: look at"
                  + " the load, at swapping, and at the collector's pauses in INFO jvm.");
      case LatencyMonitor.EXPIRE_CYCLE ->
          advice.add("Many keys expire at the same moment: spread their deadlines.");
      case LatencyMonitor.EVICTION_CYCLE, LatencyMonitor.EVICTION_DEL ->
          advice.add("Keys are evicted in haste: raise maxmemory, or lower it in smaller steps.");
      case LatencyMonitor.ACTIVE_DEFRAG_CYCLE ->
          advice.add("Defragmentation takes its time: lower active-defrag-cycle-max.");
      default -> adviseOnDisk(event);
    }
  }

  private void adviseOnCommands() {
    if (observation.slow().leastValue() / 1000 > monitor.thresholdMillis()) {
      advice.add(
          "SLOWLOG keeps only commands slower than this threshold: CONFIG SET"
              + " slowlog-log-slower-than %d shows the others too."
                  .formatted(monitor.thresholdMillis() * 1000));
    }
    advice.add("SLOWLOG GET names the commands that took long.");
    advice.add(
        "Commands on very large values take long, as does their removal: use UNLINK, SCAN and"
            + " smaller values.");
  }

  private void adviseOnDisk(String event) {
    if (event.startsWith("aof-") || event.startsWith("rdb-")) {
      advice.add("The disk is slow: look at what else uses it, and at appendfsync.");
    }
  }
}
