package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HGETALL. */
@DualRun
class HGetAllTest {
  @Test
  void answersAll(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server.send("HSET", "h", "a", 1, "b", "two", "c", "").expectInteger(3);
    server.send("HGETALL", "h").expectArray("a", "1", "b", "two", "c", "");
    server.send("HGETALL", "none").expectArray();
    server
        .send("HGETALL", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HGETALL").expectError("ERR wrong number of arguments for 'hgetall' command");
  }
}
