package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZRANGESTORE. */
@DualRun
class ZRangeStoreTest {
  @Test
  void stores(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZRANGESTORE", "d", "z", "1", "2").expectInteger(2);
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray("a", "1", "b", "2");
    server
        .send("ZRANGESTORE", "d", "z", "(1", "inf", "BYSCORE", "LIMIT", "1", "2")
        .expectInteger(2);
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray("c", "2", "d", "3.5");
    server.send("ZRANGESTORE", "d", "z", "0", "1", "REV").expectInteger(2);
    server.send("ZRANGE", "d", "0", "-1", "WITHSCORES").expectArray("d", "3.5", "e", "inf");
    server.send("ZRANGESTORE", "z", "z", "0", "2").expectInteger(3);
    server.send("ZRANGE", "z", "0", "-1").expectArray("f", "a", "b");
    server.send("ZRANGESTORE", "s", "z", "0", "0").expectInteger(1);
    server.send("TYPE", "s").expectSimple("zset");
    server.send("ZRANGESTORE", "d", "z", "5", "6").expectInteger(0);
    server.send("EXISTS", "d").expectInteger(0);
    server.send("ZRANGESTORE", "d", "none", "0", "-1").expectInteger(0);
    server.send("ZRANGESTORE", "d", "z", "0", "-1", "WITHSCORES").expectError("ERR syntax error");
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZRANGESTORE", "d", "s", "0", "-1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("ZRANGESTORE", "d", "z", "a", "b")
        .expectError("ERR value is not an integer or out of range");
  }

  @Test
  void choosesItsForm(TestServer server) {
    server.send("CONFIG", "SET", "zset-max-listpack-entries", "3").expectSimple("OK");
    server.send("ZADD", "z", "1", "a", "2", "b", "3", "c", "4", "d").expectInteger(4);
    server.send("ZRANGESTORE", "d", "z", "0", "2").expectInteger(3);
    server.send("OBJECT", "ENCODING", "d").expectBulk("listpack");
    server.send("ZRANGESTORE", "d", "z", "0", "-1").expectInteger(4);
    server.send("OBJECT", "ENCODING", "d").expectBulk("skiplist");
    server.send("CONFIG", "SET", "zset-max-listpack-entries", "128").expectSimple("OK");
  }
}
