package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PEXPIRE. */
@DualRun
class PExpireTest {
  @Test
  void givesAKeyADeadline(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("PEXPIRE", "a", 100_000).expectInteger(1);
    server.send("PTTL", "a").expectIntegerBetween(95_000, 100_000);
    server.send("PEXPIRE", "none", 100_000).expectInteger(0);
  }

  @Test
  void removesAKeyWhoseTimeHasPassed(TestServer server) {
    for (Object time : new Object[] {0, -1, -9223370000000000000L}) {
      server.send("SET", "a", 1).expect("OK");
      server.send("PEXPIRE", "a", time).expectInteger(1);
      server.send("EXISTS", "a").expectInteger(0);
      server.send("PEXPIRE", "a", time).expectInteger(0);
    }
  }

  @Test
  void checksTheOptionsThenTheTimeThenTheKey(TestServer server) {
    server.send("PEXPIRE", "none", "x", "FOO").expectError("ERR Unsupported option FOO");
    server
        .send("PEXPIRE", "none", "x", "NX")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("PEXPIRE", "none", "9223372036854775807")
        .expectError("ERR invalid expire time in 'pexpire' command");
    server.send("PEXPIRE", "none", 1, "XX").expectInteger(0);
    server
        .send("PEXPIRE", "none")
        .expectError("ERR wrong number of arguments for 'pexpire' command");
  }
}
