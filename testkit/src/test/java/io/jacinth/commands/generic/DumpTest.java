package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** DUMP; what it answers is restored in {@code RestoreTest}. */
@DualRun
class DumpTest {
  @Test
  void answersNilWithoutAKey(TestServer server) {
    server.send("DUMP", "none").expectNil();
    server.send("DUMP").expectError("ERR wrong number of arguments for 'dump' command");
    server.send("DUMP", "a", "b").expectError("ERR wrong number of arguments for 'dump' command");
  }
}
