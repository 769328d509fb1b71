package io.jacinth.commands.observe;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SLOWLOG LEN. */
@DualRun
class SlowLogLenTest {
  @Test
  void countsEntries(TestServer server) {
    server.send("SLOWLOG", "RESET").expect("OK");
    server.send("SLOWLOG", "LEN").expectInteger(0);
    server.send("CONFIG", "SET", "slowlog-log-slower-than", 0).expect("OK");
    server.send("PING");
    server.send("PING");
    server.send("SLOWLOG", "LEN").expectInteger(3);
    server
        .send("SLOWLOG", "LEN", "x")
        .expectError("ERR wrong number of arguments for 'slowlog|len' command");
  }
}
