package io.jacinth.benchmarks.compare;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /** From here on a thread is taken to have had no time to spare. */
  private static final double SATURATED = 0.95;

  /** A share of the machine that other programs must not take. */
  private static final double DISTURBED = 0.05;

  private static final int CORES = Runtime.getRuntime().availableProcessors();

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
    double own = serverCpu + result.clientCpuSeconds();
    Shares shares =
        new Shares(
            result.clientCpuSeconds() * result.throughput() / count / clientThreads(),
            own / (seconds * CORES),
            Math.max(0, machine - own) / (seconds * CORES));
    return new Sample(
        Map.of(
            Metric.THROUGHPUT, result.throughput(),
            Metric.SERVER_CPU_MICROS, serverCpu * 1e6 / count,
            Metric.P50_MILLIS, result.p50Millis(),
            Metric.P99_MILLIS, result.p99Millis(),
            Metric.P999_MILLIS, result.p999Millis(),
            Metric.MAX_MILLIS, result.maxMillis(),
            Metric.CLIENT_CPU_PERCENT, 100 * shares.ofClientThread,
            Metric.OTHER_CPU_PERCENT, 100 * shares.ofOthers),
        shares.remarks());
  }

  /**
   * How busy a round was, from 0 to 1.
   *
   * @param ofClientThread each of the load generator's threads
   * @param ofOwn the machine, by server and load generator
   * @param ofOthers the machine, by other programs
   */
  private record Shares(double ofClientThread, double ofOwn, double ofOthers) {

    Set<String> remarks() {
      Set<String> remarks = new HashSet<>();
      if (ofClientThread >= SATURATED) {
        remarks.add("the load generator was the limit: each of its threads had its core full");
      }
      if (ofOwn >= SATURATED) {
        remarks.add("all cores were full: server and load generator compete for them");
      }
      if (ofOthers >= DISTURBED) {
        remarks.add("other programs disturbed at least one round: repeat it on a quiet machine");
      }
      return remarks;
    }
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
