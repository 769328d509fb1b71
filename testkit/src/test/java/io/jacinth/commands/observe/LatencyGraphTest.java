package io.jacinth.commands.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** LATENCY GRAPH. */
@DualRun
class LatencyGraphTest {
  @Test
  void drawsOneSample(TestServer server) {
    LatencySpikes.record(server);
    LatencySpikes.of(server, 20);
    assertThat(server.send("LATENCY", "GRAPH", "command").text())
        .matches(
            "command - high ([0-9]+) ms, low \\1 ms \\(all time high \\1 ms\\)\n-{80}\n"
                + " \n \n \n_\n \n[0-9]\ns\n");
    server
        .send("LATENCY", "GRAPH", "nosuch")
        .expectError("ERR No samples available for event 'nosuch'");
    server
        .send("LATENCY", "GRAPH")
        .expectError("ERR wrong number of arguments for 'latency|graph' command");
  }

  @Test
  void isVerbatimTextInResp3(TestServer server) {
    LatencySpikes.record(server);
    LatencySpikes.of(server, 20);
    byte[] wire = server.resp3().send("LATENCY", "GRAPH", "command").wire();
    assertThat(new String(wire, StandardCharsets.US_ASCII)).startsWith("=");
  }

  /** The same samples in Redis 7.0.15 give the same picture. */
  @Test
  @JacinthOnly("the test moves the clock")
  void drawsSamplesBetweenTheLeastAndTheGreatest(TestServer server) {
    LatencySpikes.record(server);
    for (int millis : new int[] {100, 200, 300, 400, 500, 600, 110}) {
      LatencySpikes.of(server, millis);
      server.advance(Duration.ofSeconds(20));
    }
    assertThat(server.send("LATENCY", "GRAPH", "command").text())
        .isEqualTo(
            """
            command - high 600 ms, low 100 ms (all time high 600 ms)
            --------------------------------------------------------------------------------
                _#\s
               o||\s
              o|||\s
            _#||||_
                  \s
            2211142
            mmmmm00
                 ss
            """);
  }
}
