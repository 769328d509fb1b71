package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HSETEX. */
@DualRun
@Since("8.0")
class HSetExTest {
  @Test
  void setsFieldsWithADeadline(TestServer server) {
    server
        .send("HSETEX", "h", "EXAT", 9_000_000_000L, "FIELDS", 2, "a", 1, "b", 2)
        .expectInteger(1);
    server
        .send("HEXPIRETIME", "h", "FIELDS", 2, "a", "b")
        .expectArray(9_000_000_000L, 9_000_000_000L);
    server.send("HSETEX", "h", "KEEPTTL", "FIELDS", 2, "a", 3, "c", 4).expectInteger(1);
    server.send("HEXPIRETIME", "h", "FIELDS", 2, "a", "c").expectArray(9_000_000_000L, -1);
    server.send("HSETEX", "h", "FIELDS", 1, "a", 5).expectInteger(1);
    server.send("HMGET", "h", "a", "b", "c").expectArray("5", "2", "4");
    server.send("HTTL", "h", "FIELDS", 1, "a").expectArray(-1);
    server.send("HSETEX", "h", "PXAT", 1, "FIELDS", 3, "a", 1, "b", 1, "c", 1).expectInteger(1);
    server.send("EXISTS", "h").expectInteger(0);
  }

  @Test
  void obeysConditions(TestServer server) {
    server.send("HSETEX", "h", "FXX", "FIELDS", 1, "a", 1).expectInteger(0);
    server.send("EXISTS", "h").expectInteger(0);
    server.send("HSETEX", "h", "FNX", "FIELDS", 1, "a", 1).expectInteger(1);
    server.send("HSETEX", "h", "FNX", "FIELDS", 2, "b", 2, "a", 2).expectInteger(0);
    server.send("HSETEX", "h", "EX", 10, "FXX", "FIELDS", 2, "b", 2, "a", 2).expectInteger(0);
    server.send("HGETALL", "h").expectArray("a", "1");
    server.send("HSETEX", "h", "fxx", "FIELDS", 1, "a", 2).expectInteger(1);
    server.send("HGET", "h", "a").expectBulk("2");
  }

  @Test
  void refusesWhatMakesNoSense(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server
        .send("HSETEX", "s", "FIELDS", 1, "a", 1)
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("HSETEX", "h", "BOGUS", "FIELDS", 1, "a", 1)
        .expectError("ERR unknown argument: BOGUS");
    server
        .send("HSETEX", "h", "FNX", "FXX", "FIELDS", 1, "a", 1)
        .expectError("ERR Only one of FXX or FNX arguments can be specified");
    server
        .send("HSETEX", "h", "EX", 60, "KEEPTTL", "FIELDS", 1, "a", 1)
        .expectError("ERR Only one of EX, PX, EXAT, PXAT or KEEPTTL arguments can be specified");
    server.send("HSETEX", "h", "FIELDS", "abc", "a", 1).expectError("ERR invalid number of fields");
    server
        .send("HSETEX", "h", "FIELDS", 2, "a", 1)
        .expectError("ERR wrong number of arguments for 'hsetex' command");
    server
        .send("HSETEX", "h", "EX", -1, "FIELDS", 1, "a", 1)
        .expectError("ERR invalid expire time, must be >= 0");
    server.send("EXISTS", "h").expectInteger(0);
  }
}
