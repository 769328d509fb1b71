package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZREVRANGE. */
@DualRun
class ZRevRangeTest {
  @Test
  void answersFromTheHighest(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZREVRANGE", "z", "0", "-1").expectArray("e", "d", "c", "b", "a", "f");
    server.send("ZREVRANGE", "z", "1", "2", "WITHSCORES").expectArray("d", "3.5", "c", "2");
    server.send("ZREVRANGE", "z", "-2", "-1").expectArray("a", "f");
    server.send("ZREVRANGE", "z", "4", "2").expectArray();
    server
        .send("ZREVRANGE", "z", "0", "-1", "LIMIT", "0", "1")
        .expectError(
            "ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX");
    server.send("ZREVRANGE", "z", "0", "-1", "REV").expectError("ERR syntax error");
    server
        .send("ZREVRANGE", "z", "x", "1")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("ZREVRANGE", "s", "0", "-1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZREVRANGE", "none", "0", "-1").expectArray();
  }
}
