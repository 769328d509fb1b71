package io.jacinth.commands.hyperloglog;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PFSELFTEST. */
@DualRun
class PfSelfTestTest {
  @Test
  void findsNothing(TestServer server) {
    server.send("PFSELFTEST").expectSimple("OK");
    server
        .send("PFSELFTEST", "x")
        .expectError("ERR wrong number of arguments for 'pfselftest' command");
  }
}
