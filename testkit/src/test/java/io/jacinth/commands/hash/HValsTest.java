package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HVALS. */
@DualRun
class HValsTest {
  @Test
  void answersValues(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server.send("HSET", "h", "a", 1, "b", "two").expectInteger(2);
    server.send("HVALS", "h").expectArray("1", "two");
    server.send("HVALS", "none").expectArray();
    server
        .send("HVALS", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HVALS").expectError("ERR wrong number of arguments for 'hvals' command");
  }
}
