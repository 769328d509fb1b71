package io.jacinth.benchmarks.compare;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resident memory of a fresh server that holds exactly so many keys of 16 bytes. */
record MemoryWorkload(String name, int keys, int valueBytes, List<Bar> bars) implements Workload {

  private static final double MEGABYTE = 1 << 20;

  @Override
  public String title() {
    return String.format("%,d keys of 16 bytes with values of %d bytes", keys, valueBytes);
  }

  /** The figure hardly moves from one start to the next. */
  @Override
  public int rounds(int asked) {
    return Math.min(asked, 3);
  }

  @Override
  public Session open(ServerSpec spec, Options options) {
    return new Session() {
      @Override
      public Sample round() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(spec, options)) {
          return measure(server);
        }
      }

      @Override
      public void close() {}
    };
  }

  private Sample measure(ServerProcess server) throws IOException, InterruptedException {
    long idle = server.settledResidentBytes();
    try (Wire wire = new Wire(server.port)) {
      wire.fill(keys, valueBytes);
    }
    long filled = server.settledResidentBytes();
    return new Sample(
        Map.of(
            Metric.IDLE_MEGABYTES, idle / MEGABYTE,
            Metric.RESIDENT_MEGABYTES, filled / MEGABYTE,
            Metric.BYTES_A_KEY, (double) (filled - idle) / keys),
        Set.of());
  }
}
