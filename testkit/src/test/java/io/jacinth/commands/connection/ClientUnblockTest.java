package io.jacinth.commands.connection;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** {@code CLIENT UNBLOCK}: who waits is in the tests of the commands that block. */
@DualRun
class ClientUnblockTest {
  @Test
  void answers0ForWhoDoesNotWait(TestServer server) {
    server.send("CLIENT", "UNBLOCK", 1_000_000).expectInteger(0);
    server.send("CLIENT", "UNBLOCK", -1, "error").expectInteger(0);
    server.send("CLIENT", "UNBLOCK", 1_000_000, "TIMEOUT").expectInteger(0);
  }

  @Test
  void refusesBadArguments(TestServer server) {
    server
        .send("CLIENT", "UNBLOCK")
        .expectError("ERR wrong number of arguments for 'client|unblock' command");
    server
        .send("CLIENT", "UNBLOCK", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("CLIENT", "UNBLOCK", 1, "x")
        .expectError("ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR");
    server
        .send("CLIENT", "UNBLOCK", "x", "x")
        .expectError("ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR");
    server
        .send("CLIENT", "UNBLOCK", 1, "TIMEOUT", "x")
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'UNBLOCK'. Try CLIENT HELP.");
  }
}
