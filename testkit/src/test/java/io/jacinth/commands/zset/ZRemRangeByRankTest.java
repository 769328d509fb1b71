package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZREMRANGEBYRANK. */
@DualRun
class ZRemRangeByRankTest {
  @Test
  void removes(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZREMRANGEBYRANK", "z", "1", "2").expectInteger(2);
    server.send("ZRANGE", "z", "0", "-1").expectArray("f", "c", "d", "e");
    server.send("ZREMRANGEBYRANK", "z", "-1", "-1").expectInteger(1);
    server.send("ZREMRANGEBYRANK", "z", "5", "9").expectInteger(0);
    server.send("ZREMRANGEBYRANK", "z", "2", "1").expectInteger(0);
    server.send("ZREMRANGEBYRANK", "z", Long.MAX_VALUE, "-8").expectInteger(0);
    server.send("ZRANGE", "z", Long.MAX_VALUE, "-8").expectArray();
    server.send("ZRANGE", "z", "1", Long.MAX_VALUE).expectArray("c", "d");
    server.send("ZREMRANGEBYRANK", "z", "-100", "100").expectInteger(3);
    server.send("EXISTS", "z").expectInteger(0);
    server
        .send("ZREMRANGEBYRANK", "z", "x", "1")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("ZREMRANGEBYRANK", "s", "x", "1")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("ZREMRANGEBYRANK", "s", "0", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZREMRANGEBYRANK", "none", "0", "1").expectInteger(0);
  }
}
