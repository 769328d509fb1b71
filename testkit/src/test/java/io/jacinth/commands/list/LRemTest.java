package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LREM. */
@DualRun
class LRemTest {
  @Test
  void removesFromEitherEnd(TestServer server) {
    server.send("RPUSH", "l", "a", "b", "a", "c", "a", "d", "a", "1", "1").expectInteger(9);
    server.send("LREM", "l", "1", "a").expectInteger(1);
    server.send("LRANGE", "l", "0", "-1").expectArray("b", "a", "c", "a", "d", "a", "1", "1");
    server.send("LREM", "l", "-2", "a").expectInteger(2);
    server.send("LRANGE", "l", "0", "-1").expectArray("b", "a", "c", "d", "1", "1");
    server.send("LREM", "l", "0", "1").expectInteger(2);
    server.send("LREM", "l", "0", "none").expectInteger(0);
    server.send("LREM", "l", "0", "a").expectInteger(1);
    server.send("LREM", "l", "5", "b").expectInteger(1);
    server.send("LREM", "l", "-5", "c").expectInteger(1);
    server.send("LREM", "l", "-9223372036854775808", "d").expectInteger(1);
    server.send("EXISTS", "l").expectInteger(0);
    server.send("LREM", "none", "0", "a").expectInteger(0);
    server
        .send("LREM", "none", "x", "a")
        .expectError("ERR value is not an integer or out of range");
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("LREM", "s", "0", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("LREM", "s", "x", "a").expectError("ERR value is not an integer or out of range");
    server.send("LREM", "l", "0").expectError("ERR wrong number of arguments for 'lrem' command");
  }

  @Test
  void removesAllButAFewOfALongList(TestServer server) {
    for (int i = 0; i < 20; i++) {
      Lists.fill(server, "l", 200);
      server.send("RPUSH", "l", "a".repeat(2_000), "a", 7).integer();
    }
    for (int i = 0; i < 199; i++) {
      server.send("LREM", "l", i % 2 == 0 ? 0 : -20, "element:" + i).expectInteger(20);
    }
    server.send("LREM", "l", -19, "a".repeat(2_000)).expectInteger(19);
    server.send("LLEN", "l").expectInteger(61);
    server.send("LINDEX", "l", 1).expectBulk("a".repeat(2_000));
    server.send("LINDEX", "l", 60).expectBulk("7");
  }
}
