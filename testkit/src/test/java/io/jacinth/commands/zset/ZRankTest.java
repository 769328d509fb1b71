package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZRANK. */
@DualRun
class ZRankTest {
  @Test
  void answersTheRank(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZRANK", "z", "a").expectInteger(1);
    server.send("ZRANK", "z", "f").expectInteger(0);
    server.send("ZRANK", "z", "e").expectInteger(5);
    server.send("ZRANK", "z", "none").expectNil();
    server.send("ZRANK", "none", "a").expectNil();
    server
        .send("ZRANK", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZRANK", "z").expectError("ERR wrong number of arguments for 'zrank' command");
  }

  @Test
  @Since("7.2")
  void answersTheScoreToo(TestServer server) {
    server.send("ZADD", "z", 1, "a", "2.5", "b").expectInteger(2);
    server.send("ZRANK", "z", "b", "WITHSCORE").expectArray(1, "2.5");
    server.send("ZRANK", "z", "x", "withscore").expectNil();
    server.send("ZRANK", "none", "x", "WITHSCORE").expectNil();
    server.send("ZRANK", "z", "a", "x").expectError("ERR syntax error");
    server
        .send("ZRANK", "z", "a", "WITHSCORE", "x")
        .expectError("ERR wrong number of arguments for 'zrank' command");
    server.resp3().send("ZRANK", "z", "b", "WITHSCORE").expectRaw("*2\r\n:1\r\n,2.5\r\n");
    server.resp3().send("ZRANK", "z", "x", "WITHSCORE").expectRaw("_\r\n");
  }
}
