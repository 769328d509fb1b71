package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HSTRLEN. */
@DualRun
class HStrLenTest {
  @Test
  void answersTheLength(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server.send("HSET", "h", "a", "hello", "b", "", "c", -12345, "d", 0).expectInteger(4);
    server.send("HSTRLEN", "h", "a").expectInteger(5);
    server.send("HSTRLEN", "h", "b").expectInteger(0);
    server.send("HSTRLEN", "h", "c").expectInteger(6);
    server.send("HSTRLEN", "h", "d").expectInteger(1);
    server.send("HSTRLEN", "h", "none").expectInteger(0);
    server.send("HSTRLEN", "none", "a").expectInteger(0);
    server
        .send("HSTRLEN", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HSTRLEN", "h").expectError("ERR wrong number of arguments for 'hstrlen' command");
  }
}
