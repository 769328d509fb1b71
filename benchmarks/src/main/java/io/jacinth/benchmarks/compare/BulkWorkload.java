package io.jacinth.benchmarks.compare;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Requests in an order that redis-benchmark cannot give them, each a little different from the one
 * before: sent by this program over one connection, as many at a time as the sockets hold.
 *
 * @param preparation what the server holds before every round
 */
record BulkWorkload(String name, Preparation preparation, Preparation.Bulk requests, List<Bar> bars)
    implements Workload {

  @Override
  public String title() {
    return requests.template() + ", {n} from 0 to " + (requests.count() - 1);
  }

  @Override
  public Session open(ServerSpec spec, Options options) throws IOException, InterruptedException {
    ServerProcess server = ServerProcess.start(spec, options);
    return new Session() {
      @Override
      public Sample round() throws IOException, InterruptedException {
        preparation.prepare(server);
        return measure(server);
      }

      @Override
      public void close() {
        server.close();
      }
    };
  }

  private Sample measure(ServerProcess server) throws IOException, InterruptedException {
    try (Wire wire = new Wire(server.port)) {
      double cpuBefore = server.cpuSeconds();
      long startNanos = System.nanoTime();
      wire.send(requests);
      double seconds = (System.nanoTime() - startNanos) / 1e9;
      return new Sample(
          Map.of(
              Metric.THROUGHPUT, requests.count() / seconds,
              Metric.SERVER_CPU_MICROS, (server.cpuSeconds() - cpuBefore) * 1e6 / requests.count()),
          Set.of());
    }
  }
}
