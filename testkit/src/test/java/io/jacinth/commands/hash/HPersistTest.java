package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HPERSIST. */
@DualRun
@Since("7.4")
class HPersistTest {
  @Test
  void takesDeadlinesAway(TestServer server) {
    server.send("HSET", "h", "a", 1, "b", 2).expectInteger(2);
    server.send("HEXPIRE", "h", 1000, "FIELDS", 1, "a").expectArray(1);
    server.send("HPERSIST", "h", "FIELDS", 3, "a", "b", "x").expectArray(1, -1, -2);
    server.send("HTTL", "h", "FIELDS", 1, "a").expectArray(-1);
    server.send("HPERSIST", "none", "FIELDS", 1, "a").expectArray(-2);
  }

  @Test
  void refusesWhatMakesNoSense(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server
        .send("HPERSIST", "s", "FIELDS", 1, "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server
        .send("HPERSIST", "h", "FIELD", 1, "a")
        .expectError("ERR Mandatory argument FIELDS is missing or not at the right position");
    server
        .send("HPERSIST", "h", "FIELDS", 0, "a")
        .expectError("ERR Number of fields must be a positive integer");
    server
        .send("HPERSIST", "h", "FIELDS", "x", "a")
        .expectError("ERR Number of fields must be a positive integer");
    server
        .send("HPERSIST", "h", "FIELDS", 2, "a")
        .expectError("ERR The `numfields` parameter must match the number of arguments");
    server
        .send("HPERSIST", "h", "FIELDS", 1)
        .expectError("ERR wrong number of arguments for 'hpersist' command");
    server.send("HGETALL", "h").expectArray("a", "1");
  }
}
