package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZREMRANGEBYSCORE. */
@DualRun
class ZRemRangeByScoreTest {
  @Test
  void removes(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZREMRANGEBYSCORE", "z", "(2", "inf").expectInteger(2);
    server.send("ZRANGE", "z", "0", "-1").expectArray("f", "a", "b", "c");
    server.send("ZREMRANGEBYSCORE", "z", "5", "6").expectInteger(0);
    server.send("ZREMRANGEBYSCORE", "z", "x", "6").expectError("ERR min or max is not a float");
    server.send("ZREMRANGEBYSCORE", "s", "x", "6").expectError("ERR min or max is not a float");
    server
        .send("ZREMRANGEBYSCORE", "s", "1", "6")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZREMRANGEBYSCORE", "z", "-inf", "inf").expectInteger(4);
    server.send("EXISTS", "z").expectInteger(0);
    server.send("ZREMRANGEBYSCORE", "none", "1", "6").expectInteger(0);
  }
}
