package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** EXPIREAT. */
@DualRun
class ExpireAtTest {
  @Test
  void givesAKeyADeadline(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("EXPIREAT", "a", 33177117420L).expectInteger(1);
    server.send("PTTL", "a").expectIntegerBetween(1_000_000_000_000L, 33177117420000L);
    server.send("EXPIREAT", "none", 33177117420L).expectInteger(0);
  }

  @Test
  void removesAKeyWhoseTimeHasPassed(TestServer server) {
    for (Object time : new Object[] {0, 1, 1_000_000_000, -1, -9223372036854775L}) {
      server.send("SET", "a", 1).expect("OK");
      server.send("EXPIREAT", "a", time).expectInteger(1);
      server.send("EXISTS", "a").expectInteger(0);
      server.send("EXPIREAT", "a", time).expectInteger(0);
    }
  }

  @Test
  void checksTheOptionsThenTheTimeThenTheKey(TestServer server) {
    server.send("EXPIREAT", "none", "x", "FOO").expectError("ERR Unsupported option FOO");
    server
        .send("EXPIREAT", "none", "x", "NX")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("EXPIREAT", "none", "-9223372036854776")
        .expectError("ERR invalid expire time in 'expireat' command");
    server.send("EXPIREAT", "none", 1, "XX").expectInteger(0);
    server
        .send("EXPIREAT", "none")
        .expectError("ERR wrong number of arguments for 'expireat' command");
  }

  @Test
  void takesTheSecondGiven(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("EXPIREAT", "a", 33177117420L).expectInteger(1);
    server.send("PEXPIRETIME", "a").expectInteger(33177117420000L);
    server.send("EXPIREAT", "a", "9223372036854775").expectInteger(1);
    server.send("PEXPIRETIME", "a").expectInteger(9223372036854775000L);
  }
}
