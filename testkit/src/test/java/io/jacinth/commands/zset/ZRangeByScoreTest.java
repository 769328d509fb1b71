package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZRANGEBYSCORE. */
@DualRun
class ZRangeByScoreTest {
  @Test
  void answersScores(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZRANGEBYSCORE", "z", "-inf", "+inf").expectArray("f", "a", "b", "c", "d", "e");
    server.send("ZRANGEBYSCORE", "z", "+inf", "-inf").expectArray();
    server.send("ZRANGEBYSCORE", "z", "2", "(3.5").expectArray("b", "c");
    server.send("ZRANGEBYSCORE", "z", "(3.5", "2").expectArray();
    server
        .send("ZRANGEBYSCORE", "z", "1", "3", "WITHSCORES")
        .expectArray("a", "1", "b", "2", "c", "2");
    server.send("ZRANGEBYSCORE", "z", "3", "1", "WITHSCORES").expectArray();
    server.send("ZRANGEBYSCORE", "z", "-inf", "inf", "LIMIT", "1", "2").expectArray("a", "b");
    server.send("ZRANGEBYSCORE", "z", "inf", "-inf", "LIMIT", "1", "2").expectArray();
    server.send("ZRANGEBYSCORE", "z", "inf", "-inf", "LIMIT", "1", "2", "WITHSCORES").expectArray();
    server.send("ZRANGEBYSCORE", "z", "inf", "-inf", "LIMIT", "-1", "2").expectArray();
    server.send("ZRANGEBYSCORE", "z", "x", "1").expectError("ERR min or max is not a float");
    server.send("ZRANGEBYSCORE", "z", "1", "x").expectError("ERR min or max is not a float");
    server.send("ZRANGEBYSCORE", "z", "1", "2", "BYSCORE").expectError("ERR syntax error");
    server.send("ZRANGEBYSCORE", "z", "1", "2", "LIMIT", "1").expectError("ERR syntax error");
    server
        .send("ZRANGEBYSCORE", "z", "1", "2", "LIMIT", "a", "1")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("ZRANGEBYSCORE", "s", "1", "2")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZRANGEBYSCORE", "s", "x", "2").expectError("ERR min or max is not a float");
    server.send("ZRANGEBYSCORE", "none", "1", "2").expectArray();
    server.send("ZRANGEBYSCORE", "none", "x", "2").expectError("ERR min or max is not a float");
  }
}
