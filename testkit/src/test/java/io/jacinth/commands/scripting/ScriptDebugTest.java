package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SCRIPT DEBUG and SCRIPT HELP. */
@DualRun
class ScriptDebugTest {
  @Test
  void isOff(TestServer server) {
    server.send("SCRIPT", "DEBUG", "NO").expect("OK");
    server.send("SCRIPT", "DEBUG", "x").expectError("ERR Use SCRIPT DEBUG YES/SYNC/NO");
    server
        .send("SCRIPT", "DEBUG")
        .expectError("ERR wrong number of arguments for 'script|debug' command");
    server
        .send("SCRIPT", "NOSUCH")
        .expectError("ERR unknown subcommand 'NOSUCH'. Try SCRIPT HELP.");
    server.send("SCRIPT").expectError("ERR wrong number of arguments for 'script' command");
  }
}
