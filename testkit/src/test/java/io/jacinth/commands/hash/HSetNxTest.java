package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HSETNX. */
@DualRun
class HSetNxTest {
  @Test
  void setsOnce(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server.send("HSETNX", "h", "a", 1).expectInteger(1);
    server.send("HSETNX", "h", "a", 2).expectInteger(0);
    server.send("HGET", "h", "a").expectBulk("1");
    server
        .send(
            "HSETNX",
            "h",
            "b",
            "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy")
        .expectInteger(1);
    server.send("HSTRLEN", "h", "b").expectInteger(70);
    server
        .send("HSETNX", "s", "a", 1)
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("HSETNX", "h", "a")
        .expectError("ERR wrong number of arguments for 'hsetnx' command");
  }
}
