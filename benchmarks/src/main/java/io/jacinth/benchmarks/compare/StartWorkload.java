package io.jacinth.benchmarks.compare;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From the start of the process to the first PONG, and what the idle server then holds; the very
 * first start is not counted.
 */
record StartWorkload(String name, List<Bar> bars) implements Workload {

  private static final double MEGABYTE = 1 << 20;

  @Override
  public String title() {
    return "start to first PONG, then idle";
  }

  @Override
  public Session open(ServerSpec spec, Options options) throws IOException, InterruptedException {
    ServerProcess.start(spec, options).close();
    return new Session() {
      @Override
      public Sample round() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(spec, options)) {
          return new Sample(
              Map.of(
                  Metric.READY_SECONDS, server.timeToFirstPong.toNanos() / 1e9,
                  Metric.IDLE_MEGABYTES, server.settledResidentBytes() / MEGABYTE),
              Set.of());
        }
      }

      @Override
      public void close() {}
    };
  }
}
