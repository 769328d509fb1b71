package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HEXISTS. */
@DualRun
class HExistsTest {
  @Test
  void tells(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server.send("HEXISTS", "h", "a").expectInteger(1);
    server.send("HEXISTS", "h", "b").expectInteger(0);
    server.send("HEXISTS", "none", "a").expectInteger(0);
    server
        .send("HEXISTS", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HEXISTS", "h").expectError("ERR wrong number of arguments for 'hexists' command");
  }
}
