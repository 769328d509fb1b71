package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** MSETNX. */
@DualRun
class MSetNxTest {
  @Test
  void setsAllOrNone(TestServer server) {
    server.send("MSETNX", "a", "1", "b", "2").expectInteger(1);
    server.send("MSETNX", "b", "3", "c", "4").expectInteger(0);
    server.send("MGET", "a", "b", "c").expectArray("1", "2", null);
    server.send("MSETNX", "d", "1", "d", "2").expectInteger(1);
    server.send("GET", "d").expectBulk("2");
    server.send("MSETNX", "a").expectError("ERR wrong number of arguments for 'msetnx' command");
    server
        .send("MSETNX", "a", "1", "b")
        .expectError("ERR wrong number of arguments for 'msetnx' command");
  }
}
