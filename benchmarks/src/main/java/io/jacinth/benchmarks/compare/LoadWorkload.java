package io.jacinth.benchmarks.compare;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A redis-benchmark workload on a warm server, over TLS where the arguments say {@code --tls}.
 *
 * @param arguments of redis-benchmark, without port and number of requests
 * @param requests of one round; a quarter of them again warms the server up, unless the options say
 *     otherwise
 * @param preparation what the server holds before the first round
 * @param refill whether it is prepared anew before every round
 */
record LoadWorkload(
    String name,
    String arguments,
    long requests,
    Preparation preparation,
    boolean refill,
    List<Bar> bars)
    implements Workload {

  @Override
  public String title() {
    return "redis-benchmark " + arguments;
  }

  @Override
  public Session open(ServerSpec spec, Options options) throws IOException, InterruptedException {
    ServerProcess server = ServerProcess.start(spec, options);
    int port;
    try {
      preparation.prepare(server);
      port = arguments.contains("--tls") ? Encryption.enable(server.port) : server.port;
      LoadGenerator.run(options.clientPrefix(), port, arguments, options.warmup(requests));
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
    return new Session() {
      @Override
      public Sample round() throws IOException, InterruptedException {
        if (refill) {
          preparation.prepare(server);
        }
        return measure(server, port, options);
      }

      @Override
      public void close() {
        server.close();
      }
    };
  }

  private Sample measure(ServerProcess server, int port, Options options)
      throws IOException, InterruptedException {
    long count = options.requests(requests);
    double cpuBefore = server.cpuSeconds();
    double machineBefore = ProcFile.machineCpuSeconds();
    long startNanos = System.nanoTime();
    LoadGenerator.Result result = LoadGenerator.run(options.clientPrefix(), port, arguments, count);
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    double serverCpu = server.cpuSeconds() - cpuBefore;
    double machine = ProcFile.machineCpuSeconds() - machineBefore;
    Shares shares =
        Shares.of(
            seconds,
            machine,
            serverCpu + result.clientCpuSeconds(),
            result.clientCpuSeconds() * result.throughput() / count / clientThreads());
    return new Sample(
        Map.of(
            Metric.THROUGHPUT, result.throughput(),
            Metric.SERVER_CPU_MICROS, serverCpu * 1e6 / count,
            Metric.P50_MILLIS, result.p50Millis(),
            Metric.P99_MILLIS, result.p99Millis(),
            Metric.P999_MILLIS, result.p999Millis(),
            Metric.MAX_MILLIS, result.maxMillis(),
            Metric.CLIENT_CPU_PERCENT, 100 * shares.ofClientThread(),
            Metric.OTHER_CPU_PERCENT, 100 * shares.ofOthers()),
        shares.remarks());
  }

  private int clientThreads() {
    String[] words = arguments.split(" ", -1);
    for (int i = 0; i + 1 < words.length; i++) {
      if (words[i].equals("--threads")) {
        return Integer.parseInt(words[i + 1]);
      }
    }
    return 1;
  }
}
