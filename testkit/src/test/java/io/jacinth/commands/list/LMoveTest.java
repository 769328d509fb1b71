package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LMOVE. */
@DualRun
class LMoveTest {
  @Test
  void movesBetweenEnds(TestServer server) {
    server.send("RPUSH", "a", "1", "2", "3", "4").expectInteger(4);
    server.send("LMOVE", "a", "b", "LEFT", "RIGHT").expectBulk("1");
    server.send("LMOVE", "a", "b", "RIGHT", "LEFT").expectBulk("4");
    server.send("LMOVE", "a", "b", "left", "left").expectBulk("2");
    server.send("LRANGE", "a", "0", "-1").expectArray("3");
    server.send("LRANGE", "b", "0", "-1").expectArray("2", "4", "1");
    server.send("LMOVE", "a", "b", "right", "right").expectBulk("3");
    server.send("EXISTS", "a").expectInteger(0);
    server.send("LMOVE", "a", "b", "RIGHT", "LEFT").expectRaw("$-1\r\n");
    server.send("LRANGE", "b", "0", "-1").expectArray("2", "4", "1", "3");
  }

  @Test
  void turnsAListRound(TestServer server) {
    server.send("RPUSH", "a", "x", "y", "z").expectInteger(3);
    server.send("LMOVE", "a", "a", "LEFT", "RIGHT").expectBulk("x");
    server.send("LRANGE", "a", "0", "-1").expectArray("y", "z", "x");
    server.send("LMOVE", "a", "a", "RIGHT", "RIGHT").expectBulk("x");
    server.send("LMOVE", "a", "a", "LEFT", "LEFT").expectBulk("y");
    server.send("LMOVE", "a", "a", "RIGHT", "LEFT").expectBulk("x");
    server.send("LRANGE", "a", "0", "-1").expectArray("x", "y", "z");
    server.send("RPUSH", "one", "only").expectInteger(1);
    server.send("LMOVE", "one", "one", "LEFT", "RIGHT").expectBulk("only");
    server.send("LRANGE", "one", "0", "-1").expectArray("only");
  }

  @Test
  void checksBothKeys(TestServer server) {
    server.send("RPUSH", "a", "x").expectInteger(1);
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("LMOVE", "a", "s", "LEFT", "LEFT")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("LMOVE", "s", "a", "LEFT", "LEFT")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("LMOVE", "none", "s", "LEFT", "LEFT").expectRaw("$-1\r\n");
    server.send("LMOVE", "none", "a", "LEFT", "LEFT").expectRaw("$-1\r\n");
    server.send("EXISTS", "none").expectInteger(0);
    server.send("LMOVE", "s", "a", "UP", "LEFT").expectError("ERR syntax error");
    server.send("LMOVE", "a", "b", "LEFT", "DOWN").expectError("ERR syntax error");
    server
        .send("LMOVE", "a", "b", "LEFT")
        .expectError("ERR wrong number of arguments for 'lmove' command");
    server.send("LRANGE", "a", "0", "-1").expectArray("x");
  }

  @Test
  void turnsALongListRound(TestServer server) {
    server.send("RPUSH", "l", "x".repeat(50_000), "y".repeat(9_000), "z".repeat(3)).integer();
    Lists.fill(server, "l", 1_000);
    for (int i = 0; i < 3; i++) {
      server.send("LMOVE", "l", "l", "LEFT", "RIGHT").value();
    }
    server.send("LINDEX", "l", -3).expectBulk("x".repeat(50_000));
    server.send("LINDEX", "l", -1).expectBulk("zzz");
    server.send("LRANGE", "l", 0, 999).expectArray(Lists.elements(0, 999));
  }
}
