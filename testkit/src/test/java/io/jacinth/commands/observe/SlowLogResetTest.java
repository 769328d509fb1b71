package io.jacinth.commands.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SLOWLOG RESET. */
@DualRun
class SlowLogResetTest {
  private static long lastId(TestServer server) {
    return Entries.number(Entries.of(server.send("SLOWLOG", "GET", 1)).getFirst().getFirst());
  }

  @Test
  void forgetsEntriesButCountsOn(TestServer server) {
    server.send("CONFIG", "SET", "slowlog-log-slower-than", 0).expect("OK");
    server.send("PING");
    long id = lastId(server);
    server.send("SLOWLOG", "RESET").expect("OK");
    server.send("SLOWLOG", "LEN").expectInteger(1);
    assertThat(lastId(server)).isGreaterThan(id);
    server
        .send("SLOWLOG", "RESET", "x")
        .expectError("ERR wrong number of arguments for 'slowlog|reset' command");
  }
}
