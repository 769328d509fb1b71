package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HGET. */
@DualRun
class HGetTest {
  @Test
  void answersAValue(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server.send("HSET", "h", "a", 1, "b", "two").expectInteger(2);
    server.send("HGET", "h", "a").expectBulk("1");
    server.send("HGET", "h", "b").expectBulk("two");
    server.send("HGET", "h", "c").expectNil();
    server.send("HGET", "none", "a").expectNil();
    server
        .send("HGET", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HGET", "h").expectError("ERR wrong number of arguments for 'hget' command");
    server
        .send("HGET", "h", "a", "b")
        .expectError("ERR wrong number of arguments for 'hget' command");
  }
}
