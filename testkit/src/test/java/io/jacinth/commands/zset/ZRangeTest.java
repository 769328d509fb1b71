package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZRANGE. */
@DualRun
class ZRangeTest {
  @Test
  void answersRanks(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZRANGE", "z", "0", "-1").expectArray("f", "a", "b", "c", "d", "e");
    server.send("ZRANGE", "z", "1", "2", "WITHSCORES").expectArray("a", "1", "b", "2");
    server.send("ZRANGE", "z", "-2", "-1", "REV").expectArray("a", "f");
    server.send("ZRANGE", "z", "0", "1", "REV", "WITHSCORES").expectArray("e", "inf", "d", "3.5");
    server.send("ZRANGE", "z", "5", "2").expectArray();
    server.send("ZRANGE", "z", "10", "20").expectArray();
    server.send("ZRANGE", "z", "-100", "0").expectArray("f");
    server
        .send("ZRANGE", "z", "0", "100", "withscores")
        .expectArray("f", "-inf", "a", "1", "b", "2", "c", "2", "d", "3.5", "e", "inf");
    server.send("ZRANGE", "none", "0", "-1").expectArray();
    server
        .send("ZRANGE", "s", "0", "-1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  @Test
  void answersScores(TestServer server) {
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZRANGE", "z", "1", "2", "BYSCORE").expectArray("a", "b", "c");
    server
        .send("ZRANGE", "z", "(1", "+inf", "BYSCORE", "WITHSCORES")
        .expectArray("b", "2", "c", "2", "d", "3.5", "e", "inf");
    server.send("ZRANGE", "z", "2", "1", "BYSCORE", "REV").expectArray("c", "b", "a");
    server.send("ZRANGE", "z", "1", "2", "BYSCORE", "REV").expectArray();
    server.send("ZRANGE", "z", "-inf", "+inf", "BYSCORE", "LIMIT", "1", "2").expectArray("a", "b");
    server.send("ZRANGE", "z", "-inf", "+inf", "BYSCORE", "LIMIT", "-1", "2").expectArray();
    server
        .send("ZRANGE", "z", "-inf", "+inf", "BYSCORE", "LIMIT", "1", "-1")
        .expectArray("a", "b", "c", "d", "e");
    server.send("ZRANGE", "z", "-inf", "+inf", "BYSCORE", "LIMIT", "1", "0").expectArray();
    server
        .send("ZRANGE", "z", "+inf", "-inf", "BYSCORE", "REV", "LIMIT", "1", "2", "WITHSCORES")
        .expectArray("d", "3.5", "c", "2");
  }

  @Test
  void answersBytes(TestServer server) {
    server.send("ZADD", "z", "0", "a", "0", "b", "0", "c", "0", "d", "0", "e").expectInteger(5);
    server.send("ZRANGE", "z", "-", "+", "BYLEX").expectArray("a", "b", "c", "d", "e");
    server.send("ZRANGE", "z", "[b", "(d", "BYLEX").expectArray("b", "c");
    server.send("ZRANGE", "z", "+", "-", "BYLEX", "REV").expectArray("e", "d", "c", "b", "a");
    server.send("ZRANGE", "z", "[d", "[b", "BYLEX", "REV", "LIMIT", "1", "1").expectArray("c");
    server.send("ZRANGE", "z", "+", "-", "BYLEX").expectArray();
  }

  @Test
  void isStrictAboutItsArguments(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server
        .send("ZRANGE", "z", "0", "-1", "LIMIT", "1", "2")
        .expectError(
            "ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX");
    server
        .send("ZRANGE", "z", "0", "-1", "LIMIT", "1", "-1")
        .expectArray("f", "a", "b", "c", "d", "e");
    server
        .send("ZRANGE", "z", "-", "+", "BYLEX", "WITHSCORES")
        .expectError("ERR syntax error, WITHSCORES not supported in combination with BYLEX");
    server.send("ZRANGE", "z", "a", "b").expectError("ERR value is not an integer or out of range");
    server.send("ZRANGE", "z", "0", "b", "BYSCORE").expectError("ERR min or max is not a float");
    server
        .send("ZRANGE", "z", "0", "b", "BYLEX")
        .expectError("ERR min or max not valid string range item");
    server.send("ZRANGE", "z", "0", "-1", "BYLEX", "BYSCORE").expectError("ERR syntax error");
    server.send("ZRANGE", "z", "0", "-1", "REV", "REV").expectError("ERR syntax error");
    server.send("ZRANGE", "z", "0", "-1", "LIMIT", "1").expectError("ERR syntax error");
    server
        .send("ZRANGE", "z", "0", "-1", "LIMIT", "x", "1")
        .expectError("ERR value is not an integer or out of range");
    server.send("ZRANGE", "z", "0", "-1", "x").expectError("ERR syntax error");
    server
        .send("ZRANGE", "z", "0")
        .expectError("ERR wrong number of arguments for 'zrange' command");
    server.send("ZRANGE", "s", "a", "b").expectError("ERR value is not an integer or out of range");
    server
        .send("ZRANGE", "none", "0", "x")
        .expectError("ERR value is not an integer or out of range");
  }

  @Test
  void pairsInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectRaw(":6\r\n");
    client
        .send("ZRANGE", "z", "1", "2", "WITHSCORES")
        .expectRaw("*2\r\n*2\r\n$1\r\na\r\n,1\r\n*2\r\n$1\r\nb\r\n,2\r\n");
    client.send("ZRANGE", "z", "1", "2").expectRaw("*2\r\n$1\r\na\r\n$1\r\nb\r\n");
    client
        .send("ZRANGE", "z", "2", "inf", "BYSCORE", "WITHSCORES")
        .expectRaw(
            "*4\r\n*2\r\n$1\r\nb\r\n,2\r\n*2\r\n$1\r\nc\r\n,2\r\n*2\r\n$1\r\nd\r\n,3.5\r\n*2\r\n$1\r\ne\r\n,inf\r\n");
  }
}
