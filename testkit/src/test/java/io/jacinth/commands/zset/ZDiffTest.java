package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZDIFF. */
@DualRun
class ZDiffTest {
  @Test
  void answers(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("ZADD", "a", "1", "x", "2", "y", "3", "z").expectInteger(3);
    server.send("ZADD", "b", "10", "y", "20", "z", "30", "w").expectInteger(3);
    server.send("ZADD", "c", "5", "z").expectInteger(1);
    server.send("SADD", "set", "x", "y", "q").expectInteger(3);
    server.send("SADD", "ints", "1", "2", "3").expectInteger(3);
    server.send("ZDIFF", "2", "a", "b").expectArray("x");
    server.send("ZDIFF", "2", "a", "b", "WITHSCORES").expectArray("x", "1");
    server.send("ZDIFF", "1", "a", "WITHSCORES").expectArray("x", "1", "y", "2", "z", "3");
    server.send("ZDIFF", "3", "a", "b", "c", "WITHSCORES").expectArray("x", "1");
    server.send("ZDIFF", "2", "a", "none", "WITHSCORES").expectArray("x", "1", "y", "2", "z", "3");
    server.send("ZDIFF", "2", "none", "a", "WITHSCORES").expectArray();
    server.send("ZDIFF", "2", "a", "a", "WITHSCORES").expectArray();
    server
        .send("ZDIFF", "2", "a", "b", "WEIGHTS", "2", "0.5", "WITHSCORES")
        .expectError("ERR syntax error");
    server.send("ZDIFF", "2", "a", "b", "WEIGHTS", "2").expectError("ERR syntax error");
    server.send("ZDIFF", "2", "a", "b", "WEIGHTS", "x", "1").expectError("ERR syntax error");
    server
        .send("ZDIFF", "2", "a", "b", "AGGREGATE", "MIN", "WITHSCORES")
        .expectError("ERR syntax error");
    server
        .send("ZDIFF", "2", "a", "b", "AGGREGATE", "max", "WITHSCORES")
        .expectError("ERR syntax error");
    server.send("ZDIFF", "2", "a", "b", "AGGREGATE", "x").expectError("ERR syntax error");
    server.send("ZDIFF", "2", "a", "b", "AGGREGATE").expectError("ERR syntax error");
    server.send("ZDIFF", "2", "a", "b", "x").expectError("ERR syntax error");
    server
        .send("ZDIFF", "0", "a")
        .expectError("ERR at least 1 input key is needed for 'zdiff' command");
    server.send("ZDIFF", "x", "a").expectError("ERR value is not an integer or out of range");
    server.send("ZDIFF", "3", "a", "b").expectError("ERR syntax error");
    server
        .send("ZDIFF", "-1", "a")
        .expectError("ERR at least 1 input key is needed for 'zdiff' command");
    server
        .send("ZDIFF", "2", "a", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("ZDIFF", "2", "s", "a", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZDIFF", "2", "a", "b", "LIMIT", "1").expectError("ERR syntax error");
    server
        .send("ZDIFF", "2", "a", "b", "WEIGHTS", "inf", "-inf", "WITHSCORES")
        .expectError("ERR syntax error");
    server.send("ZDIFF", "2", "a", "set", "WITHSCORES").expectArray("z", "3");
    server.send("ZDIFF", "2", "set", "a", "WITHSCORES").expectArray("q", "1");
    server
        .send("ZDIFF", "2", "set", "ints", "WITHSCORES")
        .expectArray("q", "1", "x", "1", "y", "1");
    server
        .send("ZDIFF", "2", "set", "ints", "WEIGHTS", "2", "3", "WITHSCORES")
        .expectError("ERR syntax error");
  }

  @Test
  void pairsInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client.send("ZADD", "a", "1", "x", "2", "y", "3", "z").expectRaw(":3\r\n");
    client.send("ZADD", "b", "10", "y", "20", "z", "30", "w").expectRaw(":3\r\n");
    client.send("ZADD", "c", "5", "z").expectRaw(":1\r\n");
    client.send("SADD", "set", "x", "y", "q").expectRaw(":3\r\n");
    client.send("SADD", "ints", "1", "2", "3").expectRaw(":3\r\n");
    client.send("ZDIFF", "2", "a", "b", "WITHSCORES").expectRaw("*1\r\n*2\r\n$1\r\nx\r\n,1\r\n");
    client.send("ZDIFF", "2", "a", "b").expectRaw("*1\r\n$1\r\nx\r\n");
  }
}
