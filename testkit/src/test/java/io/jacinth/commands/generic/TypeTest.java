package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** TYPE. */
@DualRun
class TypeTest {
  @Test
  void answersASimpleString(TestServer server) {
    server.send("MSET", "a", 1, "b", "text").expect("OK");
    server.send("TYPE", "a").expectSimple("string");
    server.send("TYPE", "b").expectSimple("string");
    server.send("TYPE", "none").expectSimple("none");
    server.send("TYPE").expectError("ERR wrong number of arguments for 'type' command");
  }
}
