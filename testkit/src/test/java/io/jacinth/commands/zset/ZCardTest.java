package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZCARD. */
@DualRun
class ZCardTest {
  @Test
  void counts(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("ZCARD", "z").expectInteger(0);
    server.send("ZADD", "z", "1", "a", "2", "b").expectInteger(2);
    server.send("ZCARD", "z").expectInteger(2);
    server
        .send("ZCARD", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZCARD").expectError("ERR wrong number of arguments for 'zcard' command");
  }
}
