package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LLEN. */
@DualRun
class LLenTest {
  @Test
  void counts(TestServer server) {
    server.send("LLEN", "l").expectInteger(0);
    server.send("RPUSH", "l", "a", "b").expectInteger(2);
    server.send("LLEN", "l").expectInteger(2);
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("LLEN", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("LLEN").expectError("ERR wrong number of arguments for 'llen' command");
  }
}
