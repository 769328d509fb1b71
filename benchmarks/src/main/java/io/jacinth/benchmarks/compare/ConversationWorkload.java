package io.jacinth.benchmarks.compare;

import io.jacinth.benchmarks.compare.Conversation.Step;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Talkers and listeners on a warm server, as in {@link Conversation}.
 *
 * @param requests rounds of talkers' steps in one round of the comparison; a quarter of them again
 *     warms the server up
 */
record ConversationWorkload(
    String name,
    String title,
    int talkers,
    List<Step> steps,
    int listeners,
    String heard,
    int requests,
    List<Bar> bars)
    implements Workload {

  @Override
  public Session open(ServerSpec spec, Options options) throws IOException, InterruptedException {
    ServerProcess server = ServerProcess.start(spec, options);
    Conversation conversation;
    try {
      conversation = new Conversation(server.port, talkers, steps, listeners, heard);
      conversation.run((int) options.warmup(requests));
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
    return new Session() {
      @Override
      public Sample round() throws IOException {
        return measure(server, conversation, (int) options.requests(requests));
      }

      @Override
      public void close() {
        conversation.close();
        server.close();
      }
    };
  }

  private static Sample measure(ServerProcess server, Conversation conversation, int rounds)
      throws IOException {
    double cpuBefore = server.cpuSeconds();
    double machineBefore = ProcFile.machineCpuSeconds();
    Conversation.Result result = conversation.run(rounds);
    double seconds = rounds / result.throughput();
    double serverCpu = server.cpuSeconds() - cpuBefore;
    double clientCpu = result.clientCpuSeconds();
    Shares shares =
        Shares.of(
            seconds,
            ProcFile.machineCpuSeconds() - machineBefore,
            serverCpu + clientCpu,
            clientCpu / seconds);
    return new Sample(
        Map.of(
            Metric.THROUGHPUT, result.throughput(),
            Metric.SERVER_CPU_MICROS, serverCpu * 1e6 / rounds,
            Metric.P50_MILLIS, result.millisAt(0.5),
            Metric.P99_MILLIS, result.millisAt(0.99),
            Metric.P999_MILLIS, result.millisAt(0.999),
            Metric.MAX_MILLIS, result.millisAt(1),
            Metric.CLIENT_CPU_PERCENT, 100 * shares.ofClientThread(),
            Metric.OTHER_CPU_PERCENT, 100 * shares.ofOthers()),
        shares.remarks());
  }
}
