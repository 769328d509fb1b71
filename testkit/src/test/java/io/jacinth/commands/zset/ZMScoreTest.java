package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZMSCORE. */
@DualRun
class ZMScoreTest {
  @Test
  void answersScores(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZMSCORE", "z", "a", "none", "d", "e").expectArray("1", null, "3.5", "inf");
    server.send("ZMSCORE", "none", "a", "b").expectArray(null, null);
    server
        .send("ZMSCORE", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZMSCORE", "z").expectError("ERR wrong number of arguments for 'zmscore' command");
  }

  @Test
  void answersDoublesInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectRaw(":6\r\n");
    client
        .send("ZMSCORE", "z", "a", "none", "d", "e")
        .expectRaw("*4\r\n,1\r\n_\r\n,3.5\r\n,inf\r\n");
  }
}
