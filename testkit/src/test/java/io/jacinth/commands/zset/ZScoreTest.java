package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZSCORE. */
@DualRun
class ZScoreTest {
  @Test
  void answersTheScore(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZSCORE", "z", "a").expectBulk("1");
    server.send("ZSCORE", "z", "d").expectBulk("3.5");
    server.send("ZSCORE", "z", "e").expectBulk("inf");
    server.send("ZSCORE", "z", "f").expectBulk("-inf");
    server.send("ZSCORE", "z", "none").expectNil();
    server.send("ZSCORE", "none", "a").expectNil();
    server
        .send("ZSCORE", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZSCORE", "z").expectError("ERR wrong number of arguments for 'zscore' command");
  }

  @Test
  void answersADoubleInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectRaw(":6\r\n");
    client.send("ZSCORE", "z", "a").expectRaw(",1\r\n");
    client.send("ZSCORE", "z", "d").expectRaw(",3.5\r\n");
    client.send("ZSCORE", "z", "e").expectRaw(",inf\r\n");
    client.send("ZSCORE", "z", "f").expectRaw(",-inf\r\n");
    client.send("ZSCORE", "z", "none").expectRaw("_\r\n");
  }

  @Test
  @Since("7.2")
  void answersTheShortestForm(TestServer server) {
    server.send("ZADD", "z", "0.1", "a", "3.3e-7", "b", "1e300", "c").expectInteger(3);
    server.send("ZSCORE", "z", "a").expectBulk("0.1");
    server.send("ZSCORE", "z", "c").expectBulk("1e+300");
    server.send("ZINCRBY", "z", "0.2", "a").expectBulk("0.30000000000000004");
  }
}
