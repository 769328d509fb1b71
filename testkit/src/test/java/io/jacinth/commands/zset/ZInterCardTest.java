package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZINTERCARD. */
@DualRun
class ZInterCardTest {
  @Test
  void counts(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("ZADD", "a", "1", "x", "2", "y", "3", "z").expectInteger(3);
    server.send("ZADD", "b", "10", "y", "20", "z", "30", "w").expectInteger(3);
    server.send("ZADD", "c", "5", "z").expectInteger(1);
    server.send("SADD", "set", "x", "y", "q").expectInteger(3);
    server.send("SADD", "ints", "1", "2", "3").expectInteger(3);
    server.send("ZINTERCARD", "2", "a", "b").expectInteger(2);
    server.send("ZINTERCARD", "3", "a", "b", "c").expectInteger(1);
    server.send("ZINTERCARD", "1", "a").expectInteger(3);
    server.send("ZINTERCARD", "2", "a", "none").expectInteger(0);
    server.send("ZINTERCARD", "2", "a", "b", "LIMIT", "1").expectInteger(1);
    server.send("ZINTERCARD", "2", "a", "b", "LIMIT", "0").expectInteger(2);
    server.send("ZINTERCARD", "2", "a", "b", "LIMIT", "10").expectInteger(2);
    server
        .send("ZINTERCARD", "2", "a", "b", "LIMIT", "-1")
        .expectError("ERR LIMIT can't be negative");
    server
        .send("ZINTERCARD", "2", "a", "b", "LIMIT", "x")
        .expectError("ERR LIMIT can't be negative");
    server.send("ZINTERCARD", "2", "a", "b", "LIMIT").expectError("ERR syntax error");
    server.send("ZINTERCARD", "2", "a", "b", "WITHSCORES").expectError("ERR syntax error");
    server.send("ZINTERCARD", "2", "a", "b", "WEIGHTS", "1", "1").expectError("ERR syntax error");
    server
        .send("ZINTERCARD", "0", "a")
        .expectError("ERR at least 1 input key is needed for 'zintercard' command");
    server.send("ZINTERCARD", "x", "a").expectError("ERR value is not an integer or out of range");
    server.send("ZINTERCARD", "3", "a", "b").expectError("ERR syntax error");
    server
        .send("ZINTERCARD", "2", "a", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }
}
