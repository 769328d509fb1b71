package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SETNX. */
@DualRun
class SetNxTest {
  @Test
  void setsWhereNothingIs(TestServer server) {
    server.send("SETNX", "k", "a").expectInteger(1);
    server.send("SETNX", "k", "b").expectInteger(0);
    server.send("GET", "k").expectBulk("a");
    server.send("SETNX", "k").expectError("ERR wrong number of arguments for 'setnx' command");
  }
}
