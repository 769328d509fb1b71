package io.jacinth.benchmarks.compare;

import io.jacinth.benchmarks.compare.Conversation.Step;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * How long another client waits while messages go to very many subscribers of one channel: it asks
 * for a key once a millisecond, and a message is published every 200 milliseconds. Latencies count
 * from when a request was due, so that a stall is not counted once only.
 */
record FanOutWorkload(String name, int listeners, List<Bar> bars) implements Workload {
  private static final long PERIOD_NANOS = 1_000_000;
  private static final int ASKS_A_MESSAGE = 200;
  private static final int MESSAGES = 25;

  @Override
  public String title() {
    return "GET once a millisecond while 5 messages a second go to " + listeners + " subscribers";
  }

  @Override
  public Session open(ServerSpec spec, Options options) throws IOException, InterruptedException {
    ServerProcess server = ServerProcess.start(spec, options);
    try (Wire wire = new Wire(server.port)) {
      wire.ask("CONFIG SET maxclients " + (listeners + 100));
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
    return new Session() {
      @Override
      public Sample round() throws IOException, InterruptedException {
        try (Conversation conversation = subscribe(server)) {
          conversation.run(20);
          return measure(server, conversation);
        }
      }

      @Override
      public void close() {
        server.close();
      }
    };
  }

  /** The subscribers of one server: those of two would be more than a process may open. */
  private Conversation subscribe(ServerProcess server) throws IOException {
    String message = "x".repeat(32);
    return new Conversation(
        server.port,
        1,
        List.of(new Step("PUBLISH news " + message + "\r\n", ":" + listeners + "\r\n")),
        listeners,
        "*3\r\n$7\r\nmessage\r\n$4\r\nnews\r\n$32\r\n" + message + "\r\n");
  }

  private static Sample measure(ServerProcess server, Conversation conversation)
      throws IOException, InterruptedException {
    long[] nanos = new long[MESSAGES * ASKS_A_MESSAGE];
    double cpuBefore = server.cpuSeconds();
    Thread bystander = Thread.ofPlatform().start(() -> ask(server.port, nanos));
    for (int i = 0; i < MESSAGES; i++) {
      long start = System.nanoTime();
      conversation.run(1);
      TimeUnit.NANOSECONDS.sleep(start + ASKS_A_MESSAGE * PERIOD_NANOS - System.nanoTime());
    }
    bystander.join();
    if (nanos[nanos.length - 1] == 0) {
      throw new IOException("the client that asks for a key was cut off");
    }
    Arrays.sort(nanos);
    return new Sample(
        Map.of(
            Metric.SERVER_CPU_MICROS, (server.cpuSeconds() - cpuBefore) * 1e6 / MESSAGES,
            Metric.P50_MILLIS, nanos[nanos.length / 2] / 1e6,
            Metric.P99_MILLIS, nanos[nanos.length * 99 / 100] / 1e6,
            Metric.P999_MILLIS, nanos[nanos.length * 999 / 1000] / 1e6,
            Metric.MAX_MILLIS, nanos[nanos.length - 1] / 1e6),
        Set.of());
  }

  private static void ask(int port, long[] nanos) {
    try (Wire wire = new Wire(port)) {
      long due = System.nanoTime();
      for (int i = 0; i < nanos.length; i++) {
        due += PERIOD_NANOS;
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        wire.ask("GET none");
        nanos[i] = System.nanoTime() - due;
      }
    } catch (IOException | InterruptedException e) {
      // The last place stays empty, which tells the caller.
    }
  }
}
