package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZREVRANGEBYSCORE. */
@DualRun
class ZRevRangeByScoreTest {
  @Test
  void answersScores(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZREVRANGEBYSCORE", "z", "-inf", "+inf").expectArray();
    server.send("ZREVRANGEBYSCORE", "z", "+inf", "-inf").expectArray("e", "d", "c", "b", "a", "f");
    server.send("ZREVRANGEBYSCORE", "z", "2", "(3.5").expectArray();
    server.send("ZREVRANGEBYSCORE", "z", "(3.5", "2").expectArray("c", "b");
    server.send("ZREVRANGEBYSCORE", "z", "1", "3", "WITHSCORES").expectArray();
    server
        .send("ZREVRANGEBYSCORE", "z", "3", "1", "WITHSCORES")
        .expectArray("c", "2", "b", "2", "a", "1");
    server.send("ZREVRANGEBYSCORE", "z", "-inf", "inf", "LIMIT", "1", "2").expectArray();
    server.send("ZREVRANGEBYSCORE", "z", "inf", "-inf", "LIMIT", "1", "2").expectArray("d", "c");
    server
        .send("ZREVRANGEBYSCORE", "z", "inf", "-inf", "LIMIT", "1", "2", "WITHSCORES")
        .expectArray("d", "3.5", "c", "2");
    server.send("ZREVRANGEBYSCORE", "z", "inf", "-inf", "LIMIT", "-1", "2").expectArray();
    server.send("ZREVRANGEBYSCORE", "z", "x", "1").expectError("ERR min or max is not a float");
    server.send("ZREVRANGEBYSCORE", "z", "1", "x").expectError("ERR min or max is not a float");
    server.send("ZREVRANGEBYSCORE", "z", "1", "2", "BYSCORE").expectError("ERR syntax error");
    server.send("ZREVRANGEBYSCORE", "z", "1", "2", "LIMIT", "1").expectError("ERR syntax error");
    server
        .send("ZREVRANGEBYSCORE", "z", "1", "2", "LIMIT", "a", "1")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("ZREVRANGEBYSCORE", "s", "1", "2")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZREVRANGEBYSCORE", "s", "x", "2").expectError("ERR min or max is not a float");
    server.send("ZREVRANGEBYSCORE", "none", "1", "2").expectArray();
    server.send("ZREVRANGEBYSCORE", "none", "x", "2").expectError("ERR min or max is not a float");
  }
}
