package io.jacinth.commands.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** LATENCY LATEST. */
@DualRun
class LatencyLatestTest {
  @Test
  void answersTheLastSampleAndTheLongest(TestServer server) {
    LatencySpikes.record(server);
    server.send("LATENCY", "LATEST").expectArray();
    LatencySpikes.of(server, 20);
    List<RespValue> events = server.send("LATENCY", "LATEST").elements();
    assertThat(events).hasSize(1);
    List<RespValue> event = Entries.elements(events.getFirst());
    assertThat(event).hasSize(4);
    assertThat(Entries.text(event.get(0))).isEqualTo("command");
    assertThat(Entries.number(event.get(1))).isGreaterThan(1_700_000_000L);
    assertThat(Entries.number(event.get(2))).isBetween(20L, 5000L);
    assertThat(event.get(3)).isEqualTo(event.get(2));
    server
        .send("LATENCY", "LATEST", "x")
        .expectError("ERR wrong number of arguments for 'latency|latest' command");
  }
}
