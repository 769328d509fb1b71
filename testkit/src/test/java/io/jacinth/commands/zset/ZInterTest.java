package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZINTER. */
@DualRun
class ZInterTest {
  @Test
  void answers(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("ZADD", "a", "1", "x", "2", "y", "3", "z").expectInteger(3);
    server.send("ZADD", "b", "10", "y", "20", "z", "30", "w").expectInteger(3);
    server.send("ZADD", "c", "5", "z").expectInteger(1);
    server.send("SADD", "set", "x", "y", "q").expectInteger(3);
    server.send("SADD", "ints", "1", "2", "3").expectInteger(3);
    server.send("ZINTER", "2", "a", "b").expectArray("y", "z");
    server.send("ZINTER", "2", "a", "b", "WITHSCORES").expectArray("y", "12", "z", "23");
    server.send("ZINTER", "1", "a", "WITHSCORES").expectArray("x", "1", "y", "2", "z", "3");
    server.send("ZINTER", "3", "a", "b", "c", "WITHSCORES").expectArray("z", "28");
    server.send("ZINTER", "2", "a", "none", "WITHSCORES").expectArray();
    server.send("ZINTER", "2", "none", "a", "WITHSCORES").expectArray();
    server.send("ZINTER", "2", "a", "a", "WITHSCORES").expectArray("x", "2", "y", "4", "z", "6");
    server
        .send("ZINTER", "2", "a", "b", "WEIGHTS", "2", "0.5", "WITHSCORES")
        .expectArray("y", "9", "z", "16");
    server.send("ZINTER", "2", "a", "b", "WEIGHTS", "2").expectError("ERR syntax error");
    server
        .send("ZINTER", "2", "a", "b", "WEIGHTS", "x", "1")
        .expectError("ERR weight value is not a float");
    server
        .send("ZINTER", "2", "a", "b", "AGGREGATE", "MIN", "WITHSCORES")
        .expectArray("y", "2", "z", "3");
    server
        .send("ZINTER", "2", "a", "b", "AGGREGATE", "max", "WITHSCORES")
        .expectArray("y", "10", "z", "20");
    server.send("ZINTER", "2", "a", "b", "AGGREGATE", "x").expectError("ERR syntax error");
    server.send("ZINTER", "2", "a", "b", "AGGREGATE").expectError("ERR syntax error");
    server.send("ZINTER", "2", "a", "b", "x").expectError("ERR syntax error");
    server
        .send("ZINTER", "0", "a")
        .expectError("ERR at least 1 input key is needed for 'zinter' command");
    server.send("ZINTER", "x", "a").expectError("ERR value is not an integer or out of range");
    server.send("ZINTER", "3", "a", "b").expectError("ERR syntax error");
    server
        .send("ZINTER", "-1", "a")
        .expectError("ERR at least 1 input key is needed for 'zinter' command");
    server
        .send("ZINTER", "2", "a", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("ZINTER", "2", "s", "a", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZINTER", "2", "a", "b", "LIMIT", "1").expectError("ERR syntax error");
    server
        .send("ZINTER", "2", "a", "b", "WEIGHTS", "inf", "-inf", "WITHSCORES")
        .expectArray("y", "0", "z", "0");
    server.send("ZINTER", "2", "a", "set", "WITHSCORES").expectArray("x", "2", "y", "3");
    server.send("ZINTER", "2", "set", "a", "WITHSCORES").expectArray("x", "2", "y", "3");
    server.send("ZINTER", "2", "set", "ints", "WITHSCORES").expectArray();
    server.send("ZINTER", "2", "set", "ints", "WEIGHTS", "2", "3", "WITHSCORES").expectArray();
  }

  @Test
  void pairsInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client.send("ZADD", "a", "1", "x", "2", "y", "3", "z").expectRaw(":3\r\n");
    client.send("ZADD", "b", "10", "y", "20", "z", "30", "w").expectRaw(":3\r\n");
    client.send("ZADD", "c", "5", "z").expectRaw(":1\r\n");
    client.send("SADD", "set", "x", "y", "q").expectRaw(":3\r\n");
    client.send("SADD", "ints", "1", "2", "3").expectRaw(":3\r\n");
    client
        .send("ZINTER", "2", "a", "b", "WITHSCORES")
        .expectRaw("*2\r\n*2\r\n$1\r\ny\r\n,12\r\n*2\r\n$1\r\nz\r\n,23\r\n");
    client.send("ZINTER", "2", "a", "b").expectRaw("*2\r\n$1\r\ny\r\n$1\r\nz\r\n");
  }
}
