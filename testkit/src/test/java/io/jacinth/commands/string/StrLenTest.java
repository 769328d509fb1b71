package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** STRLEN. */
@DualRun
class StrLenTest {
  @Test
  void countsBytes(TestServer server) {
    server.send("SET", "k", "hello").expectSimple("OK");
    server.send("STRLEN", "k").expectInteger(5);
    server.send("SET", "n", "-123").expectSimple("OK");
    server.send("STRLEN", "n").expectInteger(4);
    server.send("STRLEN", "missing").expectInteger(0);
    server.send("STRLEN").expectError("ERR wrong number of arguments for 'strlen' command");
  }
}
