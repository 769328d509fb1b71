package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HEXPIRE. */
@DualRun
@Since("7.4")
class HExpireTest {
  @Test
  void givesFieldsADeadline(TestServer server) {
    server.send("HSET", "h", "a", 1, "b", 2, "c", 3).expectInteger(3);
    server.send("HEXPIRE", "h", 1000, "FIELDS", 3, "a", "x", "b").expectArray(1, -2, 1);
    server.send("HPERSIST", "h", "FIELDS", 3, "a", "b", "c").expectArray(1, 1, -1);
    server.send("HEXPIRE", "none", 1000, "FIELDS", 2, "a", "b").expectArray(-2, -2);
    server.send("EXISTS", "none").expectInteger(0);
    server.send("OBJECT", "ENCODING", "h").expectBulk("listpackex");
    server.send("HGETALL", "h").expectUnordered("a", "1", "b", "2", "c", "3");
  }

  @Test
  void obeysConditions(TestServer server) {
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server.send("HEXPIRE", "h", 1000, "XX", "FIELDS", 1, "a").expectArray(0);
    server.send("HEXPIRE", "h", 1000, "GT", "FIELDS", 1, "a").expectArray(0);
    server.send("HEXPIRE", "h", 2000, "LT", "FIELDS", 1, "a").expectArray(1);
    server.send("HEXPIRE", "h", 1000, "NX", "FIELDS", 1, "a").expectArray(0);
    server.send("HEXPIRE", "h", 1000, "gt", "FIELDS", 1, "a").expectArray(0);
    server.send("HEXPIRE", "h", 1000, "lt", "fields", 1, "a").expectArray(1);
    server.send("HEXPIRE", "h", 2000, "XX", "FIELDS", 1, "a").expectArray(1);
  }

  @Test
  void removesAFieldWhoseTimeHasPassed(TestServer server) {
    server.send("HSET", "h", "a", 1, "b", 2).expectInteger(2);
    server.send("HEXPIRE", "h", 0, "NX", "FIELDS", 1, "a").expectArray(2);
    server.send("HGETALL", "h").expectArray("b", "2");
    server.send("HEXPIRE", "h", 0, "FIELDS", 2, "b", "a").expectArray(2, -2);
    server.send("EXISTS", "h").expectInteger(0);
  }

  @Test
  void refusesWhatMakesNoSense(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server
        .send("HEXPIRE", "s", "x", "FIELDS", 1, "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server
        .send("HEXPIRE", "h", "x", "FIELDS", 1, "a")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("HEXPIRE", "h", -1, "FIELDS", 1, "a")
        .expectError("ERR invalid expire time, must be >= 0");
    server
        .send("HEXPIRE", "h", 70_368_744_178L, "FIELDS", 1, "a")
        .expectError("ERR invalid expire time in 'hexpire' command");
    server
        .send("HEXPIRE", "h", 1, "EX", "FIELDS", 1, "a")
        .expectError("ERR Mandatory argument FIELDS is missing or not at the right position");
    server
        .send("HEXPIRE", "h", 1, "FIELDS", 0, "a")
        .expectError("ERR Parameter `numFields` should be greater than 0");
    server
        .send("HEXPIRE", "h", 1, "FIELDS", 2, "a")
        .expectError("ERR The `numfields` parameter must match the number of arguments");
    server
        .send("HEXPIRE", "h", 1, "FIELDS", 1, "a", "b")
        .expectError("ERR The `numfields` parameter must match the number of arguments");
    server
        .send("HEXPIRE", "h", 1, "FIELDS", 1)
        .expectError("ERR wrong number of arguments for 'hexpire' command");
    server.send("HPERSIST", "h", "FIELDS", 1, "a").expectArray(-1);
  }
}
