package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** UNLINK. */
@DualRun
class UnlinkTest {
  @Test
  void countsTheKeysThatThereWere(TestServer server) {
    server.send("MSET", "a", 1, "b", "text", "c", "x".repeat(100_000)).expect("OK");
    server.send("UNLINK", "a", "none", "c", "c").expectInteger(2);
    server.send("EXISTS", "a", "b", "c").expectInteger(1);
    server.send("UNLINK").expectError("ERR wrong number of arguments for 'unlink' command");
  }
}
