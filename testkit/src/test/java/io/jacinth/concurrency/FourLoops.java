package io.jacinth.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.testkit.JacinthUnderTest;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** A server of four event loops for many threads of clients; audited when they are done. */
abstract class FourLoops {
  final JacinthUnderTest server;
  final ExecutorService threads = Executors.newCachedThreadPool();
  private final Duration patience;

  /**
   * @param patience how long a client waits for a reply
   * @param options further options of the server
   */
  FourLoops(Duration patience, String... options) {
    this.patience = patience;
    this.server =
        JacinthUnderTest.startInRealTime(
            Stream.concat(Stream.of("--io-threads", "4"), Stream.of(options))
                .toArray(String[]::new));
  }

  @AfterEach
  void audit() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    try (server) {
      server.checkInvariants();
    }
  }

  /** What a client does, by chance of its own. */
  interface Work {
    void run(RespConnection client, SplittableRandom random) throws Exception;
  }

  /** Has a new client do something, on a thread of its own. */
  Future<?> start(long seed, Work work) {
    return threads.submit(
        () -> {
          try (RespConnection client = connect()) {
            work.run(client, new SplittableRandom(seed));
          }
          return null;
        });
  }

  RespConnection connect() {
    return RespConnection.connect(server.address(), patience);
  }
}
