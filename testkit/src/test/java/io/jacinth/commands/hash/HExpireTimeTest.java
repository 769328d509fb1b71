package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HEXPIRETIME. */
@DualRun
@Since("7.4")
class HExpireTimeTest {
  @Test
  void tellsOfEveryField(TestServer server) {
    server.send("HSET", "h", "a", 1, "b", 2).expectInteger(2);
    server.send("HPEXPIREAT", "h", 9_000_000_000_001L, "FIELDS", 1, "a").expectArray(1);
    server.send("HEXPIRETIME", "h", "FIELDS", 3, "a", "b", "x").expectArray(9_000_000_001L, -1, -2);
    server.send("HEXPIRETIME", "none", "FIELDS", 2, "a", "b").expectArray(-2, -2);
  }

  @Test
  void refusesWhatMakesNoSense(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server
        .send("HEXPIRETIME", "s", "FIELDS", 1, "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server
        .send("HEXPIRETIME", "h", "FIELD", 1, "a")
        .expectError("ERR Mandatory argument FIELDS is missing or not at the right position");
    server
        .send("HEXPIRETIME", "h", "FIELDS", 0, "a")
        .expectError("ERR Number of fields must be a positive integer");
    server
        .send("HEXPIRETIME", "h", "FIELDS", "x", "a")
        .expectError("ERR Number of fields must be a positive integer");
    server
        .send("HEXPIRETIME", "h", "FIELDS", 2, "a")
        .expectError("ERR The `numfields` parameter must match the number of arguments");
    server
        .send("HEXPIRETIME", "h", "FIELDS", 1)
        .expectError("ERR wrong number of arguments for 'hexpiretime' command");
    server.send("HGETALL", "h").expectArray("a", "1");
  }
}
