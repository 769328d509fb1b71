package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HGETDEL. */
@DualRun
@Since("8.0")
class HGetDelTest {
  @Test
  void answersAndRemoves(TestServer server) {
    server.send("HSET", "h", "a", 1, "b", 2, "c", 3).expectInteger(3);
    server.send("HGETDEL", "h", "FIELDS", 3, "a", "x", "a").expectArray("1", null, null);
    server.send("HGETALL", "h").expectUnordered("b", "2", "c", "3");
    server.send("HGETDEL", "h", "FIELDS", 2, "b", "c").expectArray("2", "3");
    server.send("EXISTS", "h").expectInteger(0);
    server.send("HGETDEL", "h", "FIELDS", 1, "b").expectArray((Object) null);
  }

  @Test
  void refusesWhatMakesNoSense(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server
        .send("HGETDEL", "s", "FIELDS", 1, "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server
        .send("HGETDEL", "h", "FIELD", 1, "a")
        .expectError("ERR Mandatory argument FIELDS is missing or not at the right position");
    server
        .send("HGETDEL", "h", "FIELDS", 0, "a")
        .expectError("ERR Number of fields must be a positive integer");
    server
        .send("HGETDEL", "h", "FIELDS", "x", "a")
        .expectError("ERR Number of fields must be a positive integer");
    server
        .send("HGETDEL", "h", "FIELDS", 2, "a")
        .expectError("ERR The `numfields` parameter must match the number of arguments");
    server
        .send("HGETDEL", "h", "FIELDS", 1)
        .expectError("ERR wrong number of arguments for 'hgetdel' command");
    server.send("HGETALL", "h").expectArray("a", "1");
  }
}
