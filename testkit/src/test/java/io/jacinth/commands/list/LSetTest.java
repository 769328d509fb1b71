package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LSET. */
@DualRun
class LSetTest {
  @Test
  void replaces(TestServer server) {
    server.send("RPUSH", "l", "a", "b", "c").expectInteger(3);
    server.send("LSET", "l", "0", "A").expectSimple("OK");
    server.send("LSET", "l", "-1", "33").expectSimple("OK");
    server.send("LSET", "l", "1", "").expectSimple("OK");
    server.send("LRANGE", "l", "0", "-1").expectArray("A", "", "33");
    server.send("LSET", "l", "3", "x").expectError("ERR index out of range");
    server.send("LSET", "l", "-4", "x").expectError("ERR index out of range");
    server.send("LSET", "none", "0", "x").expectError("ERR no such key");
    server.send("LSET", "none", "x", "x").expectError("ERR no such key");
    server.send("LSET", "l", "x", "y").expectError("ERR value is not an integer or out of range");
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("LSET", "s", "x", "y")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("LSET", "l", "0").expectError("ERR wrong number of arguments for 'lset' command");
  }

  @Test
  void replacesByLongerAndShorter(TestServer server) {
    Lists.fill(server, "l", 3_000);
    for (int i = 0; i < 3_000; i += 37) {
      server.send("LSET", "l", i, "x".repeat(i * 4)).expect("OK");
    }
    for (int i = 0; i < 3_000; i++) {
      String expected = i % 37 == 0 ? "x".repeat(i * 4) : "element:" + i;
      server.send("LINDEX", "l", i).expectBulk(expected);
    }
    for (int i = 0; i < 3_000; i += 37) {
      server.send("LSET", "l", i, "element:" + i).expect("OK");
    }
    server.send("LRANGE", "l", 0, -1).expectArray(Lists.elements(0, 2_999));
  }
}
