package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** GET. */
@DualRun
class GetTest {
  @Test
  void answersTheStringOrNil(TestServer server) {
    server.send("GET", "k").expectNil();
    server.send("SET", "k", "v").expectSimple("OK");
    server.send("GET", "k").expectBulk("v");
    server.send("SET", "k", "").expectSimple("OK");
    server.send("GET", "k").expectBulk("");
    server.send("SET", "n", "-17").expectSimple("OK");
    server.send("GET", "n").expectBulk("-17");
    server.send("GET").expectError("ERR wrong number of arguments for 'get' command");
    server.send("GET", "a", "b").expectError("ERR wrong number of arguments for 'get' command");
  }
}
