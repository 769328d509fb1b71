package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZREVRANGEBYLEX. */
@DualRun
class ZRevRangeByLexTest {
  @Test
  void answersBytes(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("ZADD", "z", "0", "a", "0", "b", "0", "c", "0", "d", "0", "e").expectInteger(5);
    server.send("ZREVRANGEBYLEX", "z", "-", "+").expectArray();
    server.send("ZREVRANGEBYLEX", "z", "+", "-").expectArray("e", "d", "c", "b", "a");
    server.send("ZREVRANGEBYLEX", "z", "[b", "(d").expectArray();
    server.send("ZREVRANGEBYLEX", "z", "(d", "[b").expectArray("c", "b");
    server.send("ZREVRANGEBYLEX", "z", "-", "+", "LIMIT", "1", "2").expectArray();
    server.send("ZREVRANGEBYLEX", "z", "+", "-", "LIMIT", "1", "2").expectArray("d", "c");
    server
        .send("ZREVRANGEBYLEX", "z", "+", "-", "LIMIT", "1", "-3")
        .expectArray("d", "c", "b", "a");
    server
        .send("ZREVRANGEBYLEX", "z", "x", "1")
        .expectError("ERR min or max not valid string range item");
    server
        .send("ZREVRANGEBYLEX", "z", "1", "x")
        .expectError("ERR min or max not valid string range item");
    server
        .send("ZREVRANGEBYLEX", "z", "-", "+", "WITHSCORES")
        .expectError("ERR syntax error, WITHSCORES not supported in combination with BYLEX");
    server.send("ZREVRANGEBYLEX", "z", "-", "+", "BYLEX").expectError("ERR syntax error");
    server
        .send("ZREVRANGEBYLEX", "s", "-", "+")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("ZREVRANGEBYLEX", "s", "x", "+")
        .expectError("ERR min or max not valid string range item");
    server.send("ZREVRANGEBYLEX", "none", "-", "+").expectArray();
  }
}
