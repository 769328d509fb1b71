package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HMGET. */
@DualRun
class HMGetTest {
  @Test
  void answersValues(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server.send("HSET", "h", "a", 1, "b", "two").expectInteger(2);
    server.send("HMGET", "h", "a", "c", "b", "a").expectArray("1", null, "two", "1");
    server.send("HMGET", "none", "a", "b").expectArray(null, null);
    server
        .send("HMGET", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HMGET", "h").expectError("ERR wrong number of arguments for 'hmget' command");
  }
}
