package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HKEYS. */
@DualRun
class HKeysTest {
  @Test
  void answersFields(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server.send("HSET", "h", "a", 1, "b", "two").expectInteger(2);
    server.send("HKEYS", "h").expectArray("a", "b");
    server.send("HKEYS", "none").expectArray();
    server
        .send("HKEYS", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HKEYS").expectError("ERR wrong number of arguments for 'hkeys' command");
  }
}
