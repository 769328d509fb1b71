package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZRANGEBYLEX. */
@DualRun
class ZRangeByLexTest {
  @Test
  void answersBytes(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("ZADD", "z", "0", "a", "0", "b", "0", "c", "0", "d", "0", "e").expectInteger(5);
    server.send("ZRANGEBYLEX", "z", "-", "+").expectArray("a", "b", "c", "d", "e");
    server.send("ZRANGEBYLEX", "z", "+", "-").expectArray();
    server.send("ZRANGEBYLEX", "z", "[b", "(d").expectArray("b", "c");
    server.send("ZRANGEBYLEX", "z", "(d", "[b").expectArray();
    server.send("ZRANGEBYLEX", "z", "-", "+", "LIMIT", "1", "2").expectArray("b", "c");
    server.send("ZRANGEBYLEX", "z", "+", "-", "LIMIT", "1", "2").expectArray();
    server.send("ZRANGEBYLEX", "z", "+", "-", "LIMIT", "1", "-3").expectArray();
    server
        .send("ZRANGEBYLEX", "z", "x", "1")
        .expectError("ERR min or max not valid string range item");
    server
        .send("ZRANGEBYLEX", "z", "1", "x")
        .expectError("ERR min or max not valid string range item");
    server
        .send("ZRANGEBYLEX", "z", "-", "+", "WITHSCORES")
        .expectError("ERR syntax error, WITHSCORES not supported in combination with BYLEX");
    server.send("ZRANGEBYLEX", "z", "-", "+", "BYLEX").expectError("ERR syntax error");
    server
        .send("ZRANGEBYLEX", "s", "-", "+")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("ZRANGEBYLEX", "s", "x", "+")
        .expectError("ERR min or max not valid string range item");
    server.send("ZRANGEBYLEX", "none", "-", "+").expectArray();
  }
}
