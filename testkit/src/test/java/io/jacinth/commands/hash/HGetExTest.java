package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HGETEX. */
@DualRun
@Since("8.0")
class HGetExTest {
  @Test
  void answersAndSetsDeadlines(TestServer server) {
    server.send("HSET", "h", "a", 1, "b", 2, "c", 3).expectInteger(3);
    server.send("HGETEX", "h", "FIELDS", 2, "a", "x").expectArray("1", null);
    server.send("HTTL", "h", "FIELDS", 1, "a").expectArray(-1);
    server.send("HGETEX", "h", "PXAT", 9_000_000_000_000L, "FIELDS", 1, "a").expectArray("1");
    server.send("HPEXPIRETIME", "h", "FIELDS", 1, "a").expectArray(9_000_000_000_000L);
    server.send("HGETEX", "h", "EXAT", 9_000_000_001L, "FIELDS", 1, "a").expectArray("1");
    server.send("HEXPIRETIME", "h", "FIELDS", 1, "a").expectArray(9_000_000_001L);
    server.send("HGETEX", "h", "PERSIST", "FIELDS", 2, "a", "b").expectArray("1", "2");
    server.send("HTTL", "h", "FIELDS", 2, "a", "b").expectArray(-1, -1);
    server.send("HGETEX", "h", "EX", 0, "FIELDS", 2, "a", "b").expectArray("1", "2");
    server.send("HGETALL", "h").expectArray("c", "3");
    server.send("HGETEX", "h", "PXAT", 1, "FIELDS", 1, "c").expectArray("3");
    server.send("EXISTS", "h").expectInteger(0);
    server.send("HGETEX", "h", "EX", 10, "FIELDS", 1, "c").expectArray((Object) null);
  }

  @Test
  void refusesWrongTimes(TestServer server) {
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server
        .send("HGETEX", "h", "EX", "x", "FIELDS", 1, "a")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("HGETEX", "h", "PX", -5, "FIELDS", 1, "a")
        .expectError("ERR invalid expire time, must be >= 0");
    server
        .send("HGETEX", "h", "EXAT", 99_999_999_999L, "FIELDS", 1, "a")
        .expectError("ERR invalid expire time in 'hgetex' command");
    server
        .send("HGETEX", "h", "EX", 100, "PERSIST", "FIELDS", 1, "a")
        .expectError("ERR Mandatory argument FIELDS is missing or not at the right position");
    server.send("HTTL", "h", "FIELDS", 1, "a").expectArray(-1);
  }

  @Test
  void refusesWhatMakesNoSense(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server
        .send("HGETEX", "s", "FIELDS", 1, "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server
        .send("HGETEX", "h", "FIELD", 1, "a")
        .expectError("ERR Mandatory argument FIELDS is missing or not at the right position");
    server
        .send("HGETEX", "h", "FIELDS", 0, "a")
        .expectError("ERR Number of fields must be a positive integer");
    server
        .send("HGETEX", "h", "FIELDS", "x", "a")
        .expectError("ERR Number of fields must be a positive integer");
    server
        .send("HGETEX", "h", "FIELDS", 2, "a")
        .expectError("ERR The `numfields` parameter must match the number of arguments");
    server
        .send("HGETEX", "h", "FIELDS", 1)
        .expectError("ERR wrong number of arguments for 'hgetex' command");
    server.send("HGETALL", "h").expectArray("a", "1");
  }
}
