package io.jacinth.commands.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LATENCY DOCTOR. */
@DualRun
class LatencyDoctorTest {
  @Test
  void tellsEachEvent(TestServer server) {
    LatencySpikes.record(server);
    LatencySpikes.of(server, 20);
    assertThat(server.send("LATENCY", "DOCTOR").text())
        .containsPattern(
            "1\\. command: 1 latency spikes \\(average [0-9]+ms, mean deviation 0ms, period"
                + " [0-9.]+ sec\\)\\. Worst all time event [0-9]+ms\\.\n");
    server
        .send("LATENCY", "DOCTOR", "x")
        .expectError("ERR wrong number of arguments for 'latency|doctor' command");
  }

  @Test
  @JacinthOnly("Redis says it in its own words")
  void saysWhereThereIsNothing(TestServer server) {
    assertThat(server.send("LATENCY", "DOCTOR").text()).contains("latency-monitor-threshold");
    LatencySpikes.record(server);
    assertThat(server.send("LATENCY", "DOCTOR").text()).contains("longer than 10 ms");
  }
}
