package io.jacinth.benchmarks.compare;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By how much a server's resident memory grows over that of the idle one, and how much more memory
 * it says it uses for its data.
 *
 * @param warm whether it has held the same before: what then grows is for the data alone, and not
 *     for code that a fresh server had not run yet
 */
record GrowthWorkload(String name, String title, Preparation preparation, boolean warm, double most)
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
          if (warm) {
            preparation.prepare(server);
            flush(server);
          }
          long idle = server.settledResidentBytes();
          long usedBefore = usedBytes(server);
          preparation.prepare(server);
          long filled = server.settledResidentBytes();
          return new Sample(
              Map.of(
                  Metric.IDLE_MEGABYTES, idle / MEGABYTE,
                  Metric.GROWTH_MEGABYTES, (filled - idle) / MEGABYTE,
                  Metric.DATA_MEGABYTES, (usedBytes(server) - usedBefore) / MEGABYTE),
              Set.of());
        }
      }

      @Override
      public void close() {}
    };
  }

  private static void flush(ServerProcess server) throws IOException {
    try (Wire wire = new Wire(server.port)) {
      wire.flush();
    }
  }

  private static long usedBytes(ServerProcess server) throws IOException {
    try (Wire wire = new Wire(server.port)) {
      return wire.info("memory", "used_memory");
    }
  }
}
