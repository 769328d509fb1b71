package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZREVRANK. */
@DualRun
class ZRevRankTest {
  @Test
  void answersTheRank(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZREVRANK", "z", "a").expectInteger(4);
    server.send("ZREVRANK", "z", "f").expectInteger(5);
    server.send("ZREVRANK", "z", "e").expectInteger(0);
    server.send("ZREVRANK", "z", "none").expectNil();
    server.send("ZREVRANK", "none", "a").expectNil();
    server
        .send("ZREVRANK", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("ZREVRANK", "z")
        .expectError("ERR wrong number of arguments for 'zrevrank' command");
  }

  @Test
  @Since("7.2")
  void answersTheScoreToo(TestServer server) {
    server.send("ZADD", "z", 1, "a", "2.5", "b").expectInteger(2);
    server.send("ZREVRANK", "z", "b", "WITHSCORE").expectArray(0, "2.5");
    server.send("ZREVRANK", "z", "x", "withscore").expectNil();
    server.send("ZREVRANK", "none", "x", "WITHSCORE").expectNil();
    server.send("ZREVRANK", "z", "a", "x").expectError("ERR syntax error");
    server
        .send("ZREVRANK", "z", "a", "WITHSCORE", "x")
        .expectError("ERR wrong number of arguments for 'zrevrank' command");
    server.resp3().send("ZREVRANK", "z", "b", "WITHSCORE").expectRaw("*2\r\n:0\r\n,2.5\r\n");
    server.resp3().send("ZREVRANK", "z", "x", "WITHSCORE").expectRaw("_\r\n");
  }
}
