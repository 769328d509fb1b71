package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZREM. */
@DualRun
class ZRemTest {
  @Test
  void removes(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZREM", "z", "a", "none", "a", "b").expectInteger(2);
    server.send("ZRANGE", "z", "0", "-1").expectArray("f", "c", "d", "e");
    server.send("ZREM", "z", "c", "d", "e", "f").expectInteger(4);
    server.send("EXISTS", "z").expectInteger(0);
    server.send("ZREM", "z", "a").expectInteger(0);
    server
        .send("ZREM", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZREM", "z").expectError("ERR wrong number of arguments for 'zrem' command");
  }
}
