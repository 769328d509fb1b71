package io.jacinth.benchmarks.compare;

import static io.jacinth.benchmarks.compare.Bar.ratioAtLeast;

import java.util.List;

/**
 * What an append-only file costs. The first two are the same load without and with one: Jacinth's
 * own throughput in the second is to be at least 0.85 of that in the first.
 */
final class PersistenceSuite {
  private static final String PIPELINED = "-t set -P 16 -c 50 -r 1000000";
  private static final String NO_REWRITE = " --auto-aof-rewrite-percentage 0 --dir {dir}";

  private PersistenceSuite() {}

  static List<Workload> workloads() {
    Preparation key = Preparation.oneKey();
    return List.of(
        new LoadWorkload("no-aof-set-p16", PIPELINED, 3_000_000, key, false, List.of()),
        new StartedWith(
            "--appendonly yes --appendfsync everysec" + NO_REWRITE,
            new LoadWorkload("everysec-set-p16", PIPELINED, 3_000_000, key, false, List.of())),
        new StartedWith(
            "--appendonly yes --appendfsync always" + NO_REWRITE,
            new LoadWorkload(
                "always-set-p1",
                "-t set -P 1 -c 50 -r 1000000",
                100_000,
                key,
                false,
                List.of(ratioAtLeast(Metric.THROUGHPUT, 1.0)))));
  }
}
