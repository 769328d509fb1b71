package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PEXPIREAT. */
@DualRun
class PExpireAtTest {
  @Test
  void givesAKeyADeadline(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("PEXPIREAT", "a", 33177117420000L).expectInteger(1);
    server.send("PTTL", "a").expectIntegerBetween(1_000_000_000_000L, 33177117420000L);
    server.send("PEXPIREAT", "none", 33177117420000L).expectInteger(0);
  }

  @Test
  void removesAKeyWhoseTimeHasPassed(TestServer server) {
    for (Object time : new Object[] {0, 1, 1_000_000_000_000L, -1, Long.MIN_VALUE}) {
      server.send("SET", "a", 1).expect("OK");
      server.send("PEXPIREAT", "a", time).expectInteger(1);
      server.send("EXISTS", "a").expectInteger(0);
      server.send("PEXPIREAT", "a", time).expectInteger(0);
    }
  }

  @Test
  void checksTheOptionsThenTheTimeThenTheKey(TestServer server) {
    server.send("PEXPIREAT", "none", "x", "FOO").expectError("ERR Unsupported option FOO");
    server
        .send("PEXPIREAT", "none", "x", "NX")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("PEXPIREAT", "none", "9223372036854775808")
        .expectError("ERR value is not an integer or out of range");
    server.send("PEXPIREAT", "none", 1, "XX").expectInteger(0);
    server
        .send("PEXPIREAT", "none")
        .expectError("ERR wrong number of arguments for 'pexpireat' command");
  }

  @Test
  void takesAnyTimeToCome(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("PEXPIREAT", "a", Long.MAX_VALUE).expectInteger(1);
    server.send("PEXPIRETIME", "a").expectInteger(Long.MAX_VALUE);
    server.send("EXPIRETIME", "a").expectInteger(9223372036854776L);
    server.send("GET", "a").expect("1");
  }
}
