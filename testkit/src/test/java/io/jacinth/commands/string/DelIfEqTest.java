package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** DELIFEQ, which Valkey 9 has. */
@DualRun
class DelIfEqTest {
  @Test
  @Since("9.0")
  void deletesWhatHoldsExactlyTheString(TestServer server) {
    server.send("SET", "k", "v").expectSimple("OK");
    server.send("DELIFEQ", "k", "x").expectInteger(0);
    server.send("GET", "k").expectBulk("v");
    server.send("DELIFEQ", "k", "v").expectInteger(1);
    server.send("DELIFEQ", "k", "v").expectInteger(0);
    server.send("SET", "n", "12").expectSimple("OK");
    server.send("DELIFEQ", "n", "12").expectInteger(1);
    server.send("DELIFEQ", "k").expectError("ERR wrong number of arguments for 'delifeq' command");
  }
}
