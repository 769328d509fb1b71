package io.jacinth.benchmarks.compare;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Prints a table for each workload as it ends, and all bars at the end. */
final class Report {

  private final PrintStream out;
  private final List<String> bars = new ArrayList<>();
  private final List<String> csv = new ArrayList<>();
  private final Map<String, List<Double>> kinds = new LinkedHashMap<>();

  Report(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints one workload.
   *
   * @param results by server, the subject first
   */
  void print(Workload workload, Map<String, Samples> results) {
    out.println();
    out.println(workload.name() + ": " + workload.title());
    Samples subject = results.values().iterator().next();
    Set<Metric> metrics = new TreeSet<>(subject.metrics());
    line("", metrics.stream().map(metric -> metric.title).toList());
    results.forEach((name, samples) -> line(name, medians(samples, metrics)));
    others(results)
        .forEach((name, samples) -> line("ratio to " + name, ratios(subject, samples, metrics)));
    results.forEach(
        (name, samples) ->
            samples.remarks().forEach(remark -> out.println("  " + name + ": " + remark)));
    worst(results);
    others(results).forEach((name, samples) -> bars(workload, name, subject, samples));
    others(results).forEach((name, samples) -> rememberKind(workload, name, subject, samples));
    results.forEach((name, samples) -> rememberRounds(workload.name(), name, samples));
  }

  /** A workload that could not be measured leaves the others as they are. */
  void printFailure(Workload workload, Exception reason) {
    out.println();
    out.println(workload.name() + " failed: " + reason.getMessage());
    bars.add(String.format("  %-8s %-24s failed", "UNKNOWN", workload.name()));
  }

  void printBars() {
    out.println();
    bars.forEach(out::println);
    kinds.forEach((kind, ratios) -> kind(kind, ratios));
  }

  private void kind(String kind, List<Double> ratios) {
    if (ratios.size() > 1) {
      out.printf(Locale.ROOT, "  %s: median of %d %.3f%n", kind, ratios.size(), median(ratios));
    }
  }

  private static double median(List<Double> ratios) {
    List<Double> sorted = ratios.stream().sorted().toList();
    int count = sorted.size();
    return (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
  }

  /** Every round of every workload printed so far. */
  void printCsv() {
    out.println();
    out.println("workload,server,metric,round,value");
    csv.forEach(out::println);
  }

  private static Map<String, Samples> others(Map<String, Samples> results) {
    Map<String, Samples> others = new LinkedHashMap<>(results);
    others.remove(results.keySet().iterator().next());
    return others;
  }

  private void bars(Workload workload, String other, Samples subject, Samples samples) {
    for (Bar bar : workload.bars()) {
      double measured = bar.measured(subject, samples);
      String line =
          String.format(
              Locale.ROOT,
              "  %-8s %-24s %s: %.3f (beside %s)",
              bar.verdict(measured),
              workload.name(),
              bar,
              measured,
              other);
      out.println(line);
      bars.add(line);
    }
  }

  /** Workloads whose names begin with the same word are of one kind. */
  private void rememberKind(Workload workload, String other, Samples subject, Samples samples) {
    String kind = workload.name().split("-", 2)[0];
    for (Metric metric : List.of(Metric.THROUGHPUT, Metric.SERVER_CPU_MICROS)) {
      double ratio = subject.median(metric) / samples.median(metric);
      if (!Double.isNaN(ratio)) {
        String title = kind + "-*, " + metric.title + " ratio (beside " + other + ")";
        kinds.computeIfAbsent(title, absent -> new ArrayList<>()).add(ratio);
      }
    }
  }

  private void worst(Map<String, Samples> results) {
    results.forEach(
        (name, samples) -> {
          if (samples.metrics().contains(Metric.MAX_MILLIS)) {
            out.printf(
                Locale.ROOT,
                "  %s: worst latency of all rounds %s ms%n",
                name,
                Metric.MAX_MILLIS.show(samples.max(Metric.MAX_MILLIS)));
          }
        });
  }

  private void rememberRounds(String workload, String server, Samples samples) {
    for (Metric metric : samples.metrics()) {
      List<Double> rounds = samples.rounds(metric);
      for (int round = 0; round < rounds.size(); round++) {
        csv.add(
            String.join(
                ",",
                workload,
                server,
                metric.name().toLowerCase(Locale.ROOT),
                Integer.toString(round + 1),
                rounds.get(round).toString()));
      }
    }
  }

  private void line(String label, List<String> cells) {
    StringBuilder line = new StringBuilder(String.format("  %-16s", label));
    cells.forEach(cell -> line.append(String.format("%15s", cell)));
    out.println(line);
  }

  private static List<String> medians(Samples samples, Set<Metric> metrics) {
    return metrics.stream().map(metric -> metric.show(samples.median(metric))).toList();
  }

  private static List<String> ratios(Samples subject, Samples other, Set<Metric> metrics) {
    return metrics.stream()
        .map(metric -> subject.median(metric) / other.median(metric))
        .map(ratio -> Double.isNaN(ratio) ? "n/a" : String.format(Locale.ROOT, "%.3f", ratio))
        .toList();
  }
}
