package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HMSET. */
@DualRun
class HMSetTest {
  @Test
  void setsFields(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server.send("HMSET", "h", "a", 1, "b", 2).expect("OK");
    server.send("HMSET", "h", "a", 3).expect("OK");
    server.send("HMGET", "h", "a", "b").expectArray("3", "2");
    server
        .send("HMSET", "s", "a", 1)
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HMSET", "h", "a").expectError("ERR wrong number of arguments for 'hmset' command");
    server
        .send("HMSET", "h", "a", 1, "b")
        .expectError("ERR wrong number of arguments for 'hmset' command");
  }
}
