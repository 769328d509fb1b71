package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** GETSET. */
@DualRun
class GetSetTest {
  @Test
  void answersTheOldString(TestServer server) {
    server.send("GETSET", "k", "a").expectNil();
    server.send("GETSET", "k", "b").expectBulk("a");
    server.send("GET", "k").expectBulk("b");
    server.send("SET", "k", "v", "EX", "100").expectSimple("OK");
    server.send("GETSET", "k", "w").expectBulk("v");
    server.send("TTL", "k").expectInteger(-1);
    server.send("GETSET", "k").expectError("ERR wrong number of arguments for 'getset' command");
  }
}
