package io.jacinth.benchmarks.compare;

import static io.jacinth.benchmarks.compare.Bar.medianAtMost;
import static io.jacinth.benchmarks.compare.Bar.ratioAtLeast;
import static io.jacinth.benchmarks.compare.Bar.ratioAtMost;
import static io.jacinth.benchmarks.compare.Bar.worstAtMost;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The suites by name: tables of workloads and of what Jacinth must show in them. */
final class Suite {

  private static final long PIPELINED = 10_000_000;
  private static final String STEADY = " -P 16 -c 50 -r 1000000";
  private static final int MILLION = 1_000_000;

  static final Map<String, List<Workload>> BY_NAME =
      Map.of(
          "foundation", foundation(),
          "types", TypesSuite.workloads(),
          "scripts", ScriptsSuite.workloads(),
          "tls", tls(),
          "persistence", PersistenceSuite.workloads(),
          "sessions", SessionsSuite.workloads());

  private Suite() {}

  private static List<Workload> tls() {
    List<Bar> bars =
        List.of(ratioAtLeast(Metric.THROUGHPUT, 0.8), ratioAtMost(Metric.SERVER_CPU_MICROS, 1.0));
    return Stream.of("set", "get")
        .map(
            test ->
                (Workload)
                    new LoadWorkload(
                        "tls-" + test,
                        "--tls --insecure -t " + test + STEADY,
                        2 * MILLION,
                        Preparation.oneKey(),
                        false,
                        bars))
        .toList();
  }

  private static List<Workload> foundation() {
    List<Bar> deep =
        List.of(ratioAtLeast(Metric.THROUGHPUT, 1.5), ratioAtMost(Metric.SERVER_CPU_MICROS, 0.65));
    List<Bar> shallow = List.of(ratioAtMost(Metric.SERVER_CPU_MICROS, 0.9));
    List<Bar> single = List.of(ratioAtLeast(Metric.THROUGHPUT, 1.2));
    List<Bar> tail =
        List.of(ratioAtMost(Metric.P999_MILLIS, 1.2), worstAtMost(Metric.MAX_MILLIS, 10));
    List<Bar> lean = List.of(medianAtMost(Metric.HEAP_BYTES, 8));
    return List.of(
        new LoadWorkload(
            "set-p100",
            "-t set -P 100 -c 50 -r 1000000",
            PIPELINED,
            Preparation.keys(MILLION, 3),
            false,
            deep),
        new LoadWorkload(
            "get-p100",
            "-t get -P 100 -c 50 -r 1000000",
            PIPELINED,
            Preparation.keys(MILLION, 3),
            false,
            deep),
        new LoadWorkload(
            "set-p16", "-t set -P 16 -c 50", 6 * MILLION, Preparation.oneKey(), false, shallow),
        new LoadWorkload(
            "get-p16", "-t get -P 16 -c 50", 6 * MILLION, Preparation.oneKey(), false, shallow),
        new LoadWorkload(
            "set-p1",
            "-t set -P 1 -c 50 --threads 2",
            MILLION,
            Preparation.oneKey(),
            false,
            single),
        new LoadWorkload(
            "get-p1",
            "-t get -P 1 -c 50 --threads 2",
            MILLION,
            Preparation.oneKey(),
            false,
            single),
        new LoadWorkload(
            "tail",
            "-t set -P 1 -c 50 -r 4000000 -d 100",
            MILLION,
            Preparation.keys(3 * MILLION, 100),
            true,
            tail),
        new MemoryWorkload(
            "memory-100", 3 * MILLION, 100, List.of(ratioAtMost(Metric.RESIDENT_MEGABYTES, 0.95))),
        new MemoryWorkload(
            "memory-3", 10 * MILLION, 3, List.of(ratioAtMost(Metric.RESIDENT_MEGABYTES, 0.75))),
        new AllocationWorkload("allocation-set", "-t set" + STEADY, 5 * MILLION, MILLION, lean),
        new AllocationWorkload("allocation-get", "-t get" + STEADY, 5 * MILLION, MILLION, lean),
        new StartWorkload(
            "start",
            List.of(
                medianAtMost(Metric.READY_SECONDS, 1.0),
                medianAtMost(Metric.IDLE_MEGABYTES, 130))));
  }
}
