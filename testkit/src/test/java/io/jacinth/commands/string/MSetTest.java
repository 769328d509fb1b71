package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** MSET. */
@DualRun
class MSetTest {
  @Test
  void setsAll(TestServer server) {
    server.send("MSET", "a", "1", "b", "2", "a", "3").expectSimple("OK");
    server.send("MGET", "a", "b").expectArray("3", "2");
    server.send("SET", "t", "v", "EX", "100").expectSimple("OK");
    server.send("MSET", "t", "w").expectSimple("OK");
    server.send("TTL", "t").expectInteger(-1);
    server.send("MSET", "a").expectError("ERR wrong number of arguments for 'mset' command");
    server
        .send("MSET", "a", "1", "b")
        .expectError("ERR wrong number of arguments for 'mset' command");
  }
}
