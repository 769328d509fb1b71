package io.jacinth.commands.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** LATENCY HISTORY. */
@DualRun
class LatencyHistoryTest {
  @Test
  void answersTimesAndMilliseconds(TestServer server) {
    LatencySpikes.record(server);
    LatencySpikes.of(server, 5);
    server.send("LATENCY", "HISTORY", "command").expectArray();
    LatencySpikes.of(server, 20);
    List<RespValue> samples = server.send("LATENCY", "HISTORY", "command").elements();
    assertThat(samples).hasSize(1);
    List<RespValue> sample = Entries.elements(samples.getFirst());
    assertThat(Entries.number(sample.get(0))).isGreaterThan(1_700_000_000L);
    assertThat(Entries.number(sample.get(1))).isBetween(20L, 5000L);
  }

  @Test
  void isEmptyForOtherEvents(TestServer server) {
    server.send("LATENCY", "HISTORY", "nosuch").expectArray();
    server
        .send("LATENCY", "HISTORY")
        .expectError("ERR wrong number of arguments for 'latency|history' command");
  }

  @Test
  void recordsNothingUnlessAsked(TestServer server) {
    server.send("LATENCY", "RESET");
    server
        .send("CONFIG", "GET", "latency-monitor-threshold")
        .expectArray("latency-monitor-threshold", "0");
    LatencySpikes.of(server, 20);
    server.send("LATENCY", "HISTORY", "command").expectArray();
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void keepsTheLongestOfASecondAndTheLast160Seconds(TestServer server) {
    LatencySpikes.record(server);
    LatencySpikes.of(server, 20);
    LatencySpikes.of(server, 40);
    LatencySpikes.of(server, 30);
    server.send("LATENCY", "HISTORY", "command").expectArray(List.of(1_767_225_600, 40));
    IntStream.range(0, 200)
        .forEach(
            i -> {
              server.advance(Duration.ofSeconds(1));
              LatencySpikes.of(server, 10);
            });
    assertThat(server.send("LATENCY", "HISTORY", "command").elements()).hasSize(160);
    List<RespValue> latest =
        Entries.elements(server.send("LATENCY", "LATEST").elements().getFirst());
    assertThat(Entries.number(latest.get(2))).isEqualTo(10);
    assertThat(Entries.number(latest.get(3))).isEqualTo(40);
  }
}
