package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZADD. */
@DualRun
class ZAddTest {
  @Test
  void addsAndChanges(TestServer server) {
    server.send("ZADD", "z", "1", "a", "2", "b", "3", "c").expectInteger(3);
    server.send("ZADD", "z", "1", "a", "5", "b", "4", "d").expectInteger(1);
    server
        .send("ZRANGE", "z", "0", "-1", "WITHSCORES")
        .expectArray("a", "1", "c", "3", "d", "4", "b", "5");
    server.send("ZADD", "z", "CH", "1", "a", "6", "b", "7", "e").expectInteger(2);
    server.send("ZADD", "z", "1", "x", "2", "x").expectInteger(1);
    server.send("ZSCORE", "z", "x").expectBulk("2");
    server
        .send("ZADD", "z", "1.5", "h", "-2.25", "q", "inf", "top", "-inf", "bottom")
        .expectInteger(4);
    server
        .send("ZRANGE", "z", "0", "-1", "WITHSCORES")
        .expectArray(
            "bottom", "-inf", "q", "-2.25", "a", "1", "h", "1.5", "x", "2", "c", "3", "d", "4", "b",
            "6", "e", "7", "top", "inf");
    server.send("TYPE", "z").expectSimple("zset");
    server.send("OBJECT", "ENCODING", "z").expectBulk("listpack");
  }

  @Test
  void keepsToItsConditions(TestServer server) {
    server.send("ZADD", "z", "XX", "1", "a").expectInteger(0);
    server.send("EXISTS", "z").expectInteger(0);
    server.send("ZADD", "z", "NX", "1", "a", "2", "b").expectInteger(2);
    server.send("ZADD", "z", "NX", "9", "a", "3", "c").expectInteger(1);
    server.send("ZADD", "z", "XX", "CH", "9", "a", "9", "new").expectInteger(1);
    server.send("ZADD", "z", "GT", "CH", "5", "a", "10", "b").expectInteger(1);
    server.send("ZADD", "z", "LT", "CH", "5", "a", "20", "b").expectInteger(1);
    server.send("ZADD", "z", "GT", "XX", "1", "fresh").expectInteger(0);
    server.send("ZADD", "z", "GT", "1", "fresh").expectInteger(1);
    server
        .send("ZRANGE", "z", "0", "-1", "WITHSCORES")
        .expectArray("fresh", "1", "c", "3", "a", "5", "b", "10");
  }

  @Test
  void increments(TestServer server) {
    server.send("ZADD", "z", "INCR", "5", "a").expectBulk("5");
    server.send("ZADD", "z", "INCR", "1.5", "a").expectBulk("6.5");
    server.send("ZADD", "z", "NX", "INCR", "1", "a").expectNil();
    server.send("ZADD", "z", "XX", "INCR", "1", "b").expectNil();
    server.send("ZADD", "z", "GT", "INCR", "-1", "a").expectNil();
    server.send("ZADD", "z", "LT", "INCR", "-1", "a").expectBulk("5.5");
    server.send("ZADD", "z", "INCR", "inf", "a").expectBulk("inf");
    server
        .send("ZADD", "z", "INCR", "-inf", "a")
        .expectError("ERR resulting score is not a number (NaN)");
    server.send("ZADD", "none", "XX", "INCR", "1", "a").expectNil();
    server
        .send("ZADD", "z", "INCR", "1", "a", "2", "b")
        .expectError("ERR INCR option supports a single increment-element pair");
  }

  @Test
  void isStrictAboutItsArguments(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("ZADD", "z").expectError("ERR wrong number of arguments for 'zadd' command");
    server.send("ZADD", "z", "1").expectError("ERR wrong number of arguments for 'zadd' command");
    server.send("ZADD", "z", "1", "a", "2").expectError("ERR syntax error");
    server.send("ZADD", "z", "NX").expectError("ERR wrong number of arguments for 'zadd' command");
    server
        .send("ZADD", "z", "NX", "XX", "1", "a")
        .expectError("ERR XX and NX options at the same time are not compatible");
    server
        .send("ZADD", "z", "NX", "GT", "1", "a")
        .expectError("ERR GT, LT, and/or NX options at the same time are not compatible");
    server
        .send("ZADD", "z", "LT", "GT", "1", "a")
        .expectError("ERR GT, LT, and/or NX options at the same time are not compatible");
    server.send("ZADD", "z", "nan", "a").expectError("ERR value is not a valid float");
    server.send("ZADD", "z", "x", "a").expectError("ERR value is not a valid float");
    server.send("ZADD", "z", "1", "a", "x", "b").expectError("ERR value is not a valid float");
    server.send("EXISTS", "z").expectInteger(0);
    server.send("ZADD", "z", "", "a").expectError("ERR value is not a valid float");
    server.send("ZADD", "z", "1e400", "a").expectError("ERR value is not a valid float");
    server.send("ZADD", "z", "1e-400", "a").expectError("ERR value is not a valid float");
    server.send("ZADD", "z", " 1", "a").expectError("ERR value is not a valid float");
    server.send("ZADD", "z", "0x10", "a").expectInteger(1);
    server.send("ZADD", "z", "+5", "b").expectInteger(1);
    server.send("ZADD", "z", ".5", "c").expectInteger(1);
    server.send("ZADD", "z", "5.", "d").expectInteger(1);
    server.send("ZADD", "z", "Infinity", "e").expectInteger(1);
    server
        .send("ZRANGE", "z", "0", "-1", "WITHSCORES")
        .expectArray("c", "0.5", "b", "5", "d", "5", "a", "16", "e", "inf");
    server
        .send("ZADD", "s", "1", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZADD", "s", "x", "a").expectError("ERR value is not a valid float");
    server
        .send("ZADD", "s", "XX", "1", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  @Test
  void becomesLargeAtItsLimits(TestServer server) {
    server.send("CONFIG", "SET", "zset-max-listpack-entries", "4").expectSimple("OK");
    server.send("ZADD", "z", "1", "a", "2", "b", "3", "c", "4", "d").expectInteger(4);
    server.send("OBJECT", "ENCODING", "z").expectBulk("listpack");
    server.send("ZADD", "z", "5", "e").expectInteger(1);
    server.send("OBJECT", "ENCODING", "z").expectBulk("skiplist");
    server.send("ZREM", "z", "a", "b", "c").expectInteger(3);
    server.send("OBJECT", "ENCODING", "z").expectBulk("skiplist");
    server.send("ZRANGE", "z", "0", "-1", "WITHSCORES").expectArray("d", "4", "e", "5");
    server
        .send("ZADD", "w", "1", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
        .expectInteger(1);
    server.send("OBJECT", "ENCODING", "w").expectBulk("skiplist");
    server.send("CONFIG", "SET", "zset-max-listpack-entries", "0").expectSimple("OK");
    server.send("ZADD", "v", "1", "a").expectInteger(1);
    server.send("OBJECT", "ENCODING", "v").expectBulk("skiplist");
    server.send("CONFIG", "SET", "zset-max-listpack-entries", "128").expectSimple("OK");
  }

  @Test
  void ordersMembersOfOneScoreByBytes(TestServer server) {
    server
        .send("ZADD", "z", "0", "b", "0", "a", "0", "10", "0", "9", "0", "", "0", "ab", "0", "B")
        .expectInteger(7);
    server.send("ZRANGE", "z", "0", "-1").expectArray("", "10", "9", "B", "a", "ab", "b");
    server.send("ZADD", "z", "-0", "a").expectInteger(0);
    server
        .send("ZRANGE", "z", "0", "-1", "WITHSCORES")
        .expectArray("", "0", "10", "0", "9", "0", "B", "0", "a", "0", "ab", "0", "b", "0");
  }

  @Test
  void answersDoublesInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client.send("ZADD", "z", "INCR", "5", "a").expectRaw(",5\r\n");
    client.send("ZADD", "z", "INCR", "1.5", "a").expectRaw(",6.5\r\n");
    client.send("ZADD", "z", "NX", "INCR", "1", "a").expectRaw("_\r\n");
    client.send("ZADD", "z", "INCR", "inf", "a").expectRaw(",inf\r\n");
  }
}
