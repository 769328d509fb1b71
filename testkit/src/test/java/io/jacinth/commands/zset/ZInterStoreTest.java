package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZINTERSTORE. */
@DualRun
class ZInterStoreTest {
  @Test
  void stores(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("ZADD", "a", "1", "x", "2", "y", "3", "z").expectInteger(3);
    server.send("ZADD", "b", "10", "y", "20", "z", "30", "w").expectInteger(3);
    server.send("ZADD", "c", "5", "z").expectInteger(1);
    server.send("SADD", "set", "x", "y", "q").expectInteger(3);
    server.send("SADD", "ints", "1", "2", "3").expectInteger(3);
    server.send("ZINTERSTORE", "d", "2", "a", "b").expectInteger(2);
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray("y", "12", "z", "23");
    server.send("ZINTERSTORE", "d", "3", "a", "b", "c").expectInteger(1);
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray("z", "28");
    server.send("ZINTERSTORE", "d", "2", "none", "a").expectInteger(0);
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray();
    server.send("ZINTERSTORE", "d", "1", "a").expectInteger(3);
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray("x", "1", "y", "2", "z", "3");
    server.send("ZINTERSTORE", "d", "2", "a", "b", "WEIGHTS", "2", "0.5").expectInteger(2);
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray("y", "9", "z", "16");
    server.send("ZINTERSTORE", "d", "2", "a", "b", "AGGREGATE", "MIN").expectInteger(2);
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray("y", "2", "z", "3");
    server
        .send("ZINTERSTORE", "d", "2", "a", "b", "AGGREGATE", "x")
        .expectError("ERR syntax error");
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray("y", "2", "z", "3");
    server.send("ZINTERSTORE", "d", "2", "a", "b", "WITHSCORES").expectError("ERR syntax error");
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray("y", "2", "z", "3");
    server
        .send("ZINTERSTORE", "d", "0", "a")
        .expectError("ERR at least 1 input key is needed for 'zinterstore' command");
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray("y", "2", "z", "3");
    server
        .send("ZINTERSTORE", "d", "x", "a")
        .expectError("ERR value is not an integer or out of range");
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray("y", "2", "z", "3");
    server.send("ZINTERSTORE", "d", "3", "a", "b").expectError("ERR syntax error");
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray("y", "2", "z", "3");
    server
        .send("ZINTERSTORE", "d", "2", "a", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray("y", "2", "z", "3");
    server.send("ZINTERSTORE", "a", "2", "a", "b").expectInteger(2);
    server.send("ZRANGE", "a", "0", "-1", "WITHSCORES").expectArray("y", "12", "z", "23");
    server.send("ZINTERSTORE", "s", "2", "b", "c").expectInteger(1);
    server.send("ZRANGE", "s", "0", "-1", "WITHSCORES").expectArray("z", "25");
    server.send("ZINTERSTORE", "d", "1", "none").expectInteger(0);
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray();
    server.send("EXISTS", "d").expectInteger(0);
    server.send("TYPE", "s").expectSimple("zset");
  }

  @Test
  void choosesItsForm(TestServer server) {
    server.send("CONFIG", "SET", "zset-max-listpack-entries", "3").expectSimple("OK");
    server.send("ZADD", "a", "1", "x", "2", "y", "3", "z").expectInteger(3);
    server.send("ZADD", "b", "10", "y", "20", "z", "30", "w").expectInteger(3);
    server.send("ZADD", "c", "5", "z").expectInteger(1);
    server.send("SADD", "set", "x", "y", "q").expectInteger(3);
    server.send("SADD", "ints", "1", "2", "3").expectInteger(3);
    server.send("ZADD", "e", "1", "p", "2", "q", "3", "r", "4", "s").expectInteger(4);
    server.send("ZINTERSTORE", "d", "1", "a").expectInteger(3);
    server.send("OBJECT", "ENCODING", "d").expectBulk("listpack");
    server.send("ZINTERSTORE", "d", "1", "e").expectInteger(4);
    server.send("OBJECT", "ENCODING", "d").expectBulk("skiplist");
    server.send("CONFIG", "SET", "zset-max-listpack-entries", "128").expectSimple("OK");
  }
}
