package io.jacinth.benchmarks.compare;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By how much a fresh server's resident memory grows over that of the idle one. */
record GrowthWorkload(String name, String title, Preparation preparation, double most)
    implements Workload {

  private static final double MEGABYTE = 1 << 20;

  /** The figure hardly moves from one start to the next. */
  @Override
  public int rounds(int asked) {
    return Math.min(asked, 2);
  }

  @Override
  public List<Bar> bars() {
    return List.of(Bar.ratioAtMost(Metric.GROWTH_MEGABYTES, most));
  }

  @Override
  public Session open(ServerSpec spec, Options options) {
    return new Session() {
      @Override
      public Sample round() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(spec, options)) {
          long idle = server.settledResidentBytes();
          preparation.prepare(server);
          long filled = server.settledResidentBytes();
          return new Sample(
              Map.of(
                  Metric.IDLE_MEGABYTES, idle / MEGABYTE,
                  Metric.GROWTH_MEGABYTES, (filled - idle) / MEGABYTE),
              Set.of());
        }
      }

      @Override
      public void close() {}
    };
  }
}
