package io.jacinth.commands.observe;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LATENCY RESET. */
@DualRun
class LatencyResetTest {
  @Test
  void forgetsEventsAndCountsThem(TestServer server) {
    LatencySpikes.record(server);
    server.send("LATENCY", "RESET").expectInteger(0);
    LatencySpikes.of(server, 20);
    server.send("LATENCY", "RESET", "nosuch").expectInteger(0);
    server.send("LATENCY", "RESET", "command", "nosuch", "command").expectInteger(1);
    server.send("LATENCY", "LATEST").expectArray();
    LatencySpikes.of(server, 20);
    server.send("LATENCY", "RESET").expectInteger(1);
    server.send("LATENCY", "HISTORY", "command").expectArray();
  }
}
