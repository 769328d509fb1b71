package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZREMRANGEBYLEX. */
@DualRun
class ZRemRangeByLexTest {
  @Test
  void removes(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("ZADD", "z", "0", "a", "0", "b", "0", "c", "0", "d", "0", "e").expectInteger(5);
    server.send("ZREMRANGEBYLEX", "z", "(b", "[d").expectInteger(2);
    server.send("ZRANGE", "z", "0", "-1").expectArray("a", "b", "e");
    server
        .send("ZREMRANGEBYLEX", "z", "x", "+")
        .expectError("ERR min or max not valid string range item");
    server
        .send("ZREMRANGEBYLEX", "s", "-", "+")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZREMRANGEBYLEX", "z", "-", "+").expectInteger(3);
    server.send("EXISTS", "z").expectInteger(0);
    server.send("ZREMRANGEBYLEX", "none", "-", "+").expectInteger(0);
  }
}
