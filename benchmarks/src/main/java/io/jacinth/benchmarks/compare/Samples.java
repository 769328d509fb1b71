package io.jacinth.benchmarks.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rounds of one server under one workload. */
final class Samples {

  private final Map<Metric, List<Double>> values = new EnumMap<>(Metric.class);
  private final Set<String> remarks = new LinkedHashSet<>();

  void add(Sample sample) {
    sample
        .values()
        .forEach(
            (metric, value) -> values.computeIfAbsent(metric, m -> new ArrayList<>()).add(value));
    remarks.addAll(sample.remarks());
  }

  Set<Metric> metrics() {
    return values.keySet();
  }

  Set<String> remarks() {
    return remarks;
  }

  List<Double> rounds(Metric metric) {
    return values.getOrDefault(metric, List.of());
  }

  /** NaN where the metric was not measured. */
  double median(Metric metric) {
    List<Double> sorted = rounds(metric).stream().sorted().toList();
    int count = sorted.size();
    return count == 0 ? Double.NaN : (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
  }

  double max(Metric metric) {
    return rounds(metric).stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }
}
