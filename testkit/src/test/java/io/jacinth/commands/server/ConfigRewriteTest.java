package io.jacinth.commands.server;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** CONFIG REWRITE. */
@DualRun
class ConfigRewriteTest {
  @Test
  void needsAFile(TestServer server) {
    server.send("CONFIG", "REWRITE").expectError("ERR The server is running without a config file");
  }
}
