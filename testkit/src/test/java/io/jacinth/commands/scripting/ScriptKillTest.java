package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SCRIPT KILL. */
@DualRun
class ScriptKillTest {
  @Test
  void findsNone(TestServer server) {
    server.send("SCRIPT", "KILL").expectError("NOTBUSY No scripts in execution right now.");
    server
        .send("SCRIPT", "KILL", "x")
        .expectError("ERR wrong number of arguments for 'script|kill' command");
  }
}
