package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** EXPIRE, and the options that its kin share. */
@DualRun
class ExpireTest {
  @Test
  void givesAKeyADeadline(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("EXPIRE", "a", 100).expectInteger(1);
    server.send("PTTL", "a").expectIntegerBetween(95_000, 100_000);
    server.send("EXPIRE", "none", 100).expectInteger(0);
  }

  @Test
  void removesAKeyWhoseTimeHasPassed(TestServer server) {
    for (Object time : new Object[] {0, -1, -9223372036854775L}) {
      server.send("SET", "a", 1).expect("OK");
      server.send("EXPIRE", "a", time).expectInteger(1);
      server.send("EXISTS", "a").expectInteger(0);
      server.send("EXPIRE", "a", time).expectInteger(0);
    }
  }

  @Test
  void checksTheOptionsThenTheTimeThenTheKey(TestServer server) {
    server.send("EXPIRE", "none", "x", "FOO").expectError("ERR Unsupported option FOO");
    server
        .send("EXPIRE", "none", "x", "NX")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("EXPIRE", "none", "9223372036854775807")
        .expectError("ERR invalid expire time in 'expire' command");
    server.send("EXPIRE", "none", 1, "XX").expectInteger(0);
    server.send("EXPIRE", "none").expectError("ERR wrong number of arguments for 'expire' command");
  }

  @Test
  void refusesTimesThatOverflow(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    for (String time :
        new String[] {"9223372036854775807", "9223372036854775", "-9223372036854775808"}) {
      server.send("EXPIRE", "a", time).expectError("ERR invalid expire time in 'expire' command");
    }
    server.send("TTL", "a").expectInteger(-1);
    server.send("EXPIRE", "a", "9223370000000000").expectInteger(1);
  }

  @Test
  void obeysNx(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("EXPIRE", "a", 100, "NX").expectInteger(1);
    server.send("EXPIRE", "a", 200, "nx", "Nx").expectInteger(0);
    server.send("TTL", "a").expectIntegerBetween(95, 100);
  }

  @Test
  void obeysXx(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("EXPIRE", "a", 200, "XX").expectInteger(0);
    server.send("EXPIRE", "a", 100).expectInteger(1);
    server.send("EXPIRE", "a", 200, "XX").expectInteger(1);
    server.send("TTL", "a").expectIntegerBetween(195, 200);
  }

  @Test
  void obeysGtWithoutADeadlineCountingAsForever(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("EXPIRE", "a", 100, "GT").expectInteger(0);
    server.send("EXPIRE", "a", 100).expectInteger(1);
    server.send("EXPIRE", "a", 50, "GT").expectInteger(0);
    server.send("EXPIRE", "a", 200, "GT", "XX").expectInteger(1);
    server.send("TTL", "a").expectIntegerBetween(195, 200);
  }

  @Test
  void obeysLtWithoutADeadlineCountingAsForever(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("EXPIRE", "a", 100, "LT", "XX").expectInteger(0);
    server.send("EXPIRE", "a", 100, "LT").expectInteger(1);
    server.send("EXPIRE", "a", 200, "LT").expectInteger(0);
    server.send("TTL", "a").expectIntegerBetween(95, 100);
    server.send("EXPIRE", "a", -1, "GT").expectInteger(0);
    server.send("EXPIRE", "a", -1, "LT").expectInteger(1);
    server.send("EXISTS", "a").expectInteger(0);
  }

  @Test
  void neitherGtNorLtHoldsForTheSameTime(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("EXPIREAT", "a", 33177117420L).expectInteger(1);
    server.send("EXPIREAT", "a", 33177117420L, "GT").expectInteger(0);
    server.send("EXPIREAT", "a", 33177117420L, "LT").expectInteger(0);
  }

  @Test
  void refusesOptionsThatContradictEachOther(TestServer server) {
    String nx = "ERR NX and XX, GT or LT options at the same time are not compatible";
    server.send("EXPIRE", "a", 1, "NX", "XX").expectError(nx);
    server.send("EXPIRE", "a", 1, "GT", "NX").expectError(nx);
    server.send("EXPIRE", "a", 1, "NX", "LT").expectError(nx);
    server.send("EXPIRE", "a", 1, "NX", "GT", "LT").expectError(nx);
    server
        .send("EXPIRE", "a", 1, "GT", "LT")
        .expectError("ERR GT and LT options at the same time are not compatible");
    server.send("EXPIRE", "a", 1, "NX", "XX", "").expectError("ERR Unsupported option ");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void lastsToTheMillisecond(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("EXPIRE", "a", 10).expectInteger(1);
    server.advance(Duration.ofMillis(9_999));
    server.send("GET", "a").expect("1");
    server.advance(Duration.ofMillis(1));
    server.send("GET", "a").expectNil();
    server.send("TTL", "a").expectInteger(-2);
  }

  @Test
  void survivesWhatChangesTheValueButNotWhatReplacesIt(TestServer server) {
    server.send("SET", "a", 1, "EX", 100).expect("OK");
    server.send("INCR", "a").expectInteger(2);
    server.send("APPEND", "a", "x".repeat(100)).expectInteger(101);
    server.send("TTL", "a").expectIntegerBetween(95, 100);
    server.send("SET", "a", 1).expect("OK");
    server.send("TTL", "a").expectInteger(-1);
  }
}
