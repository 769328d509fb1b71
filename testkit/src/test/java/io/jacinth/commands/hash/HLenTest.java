package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HLEN. */
@DualRun
class HLenTest {
  @Test
  void countsFields(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server.send("HSET", "h", "a", 1, "b", "two").expectInteger(2);
    server.send("HLEN", "h").expectInteger(2);
    server.send("HLEN", "none").expectInteger(0);
    server
        .send("HLEN", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HLEN").expectError("ERR wrong number of arguments for 'hlen' command");
  }
}
