package io.jacinth.commands.server;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** CONFIG RESETSTAT. */
@DualRun
class ConfigResetStatTest {
  @Test
  void answersOk(TestServer server) {
    server.send("CONFIG", "RESETSTAT").expectSimple("OK");
    server
        .send("CONFIG", "RESETSTAT", "x")
        .expectError("ERR wrong number of arguments for 'config|resetstat' command");
  }
}
