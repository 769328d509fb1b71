package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** COMMAND COUNT, and COMMAND without a subcommand. */
@DualRun
class CommandCountTest {
  @Test
  void countsCommands(TestServer server) {
    long count = server.send("COMMAND", "COUNT").integer();
    assertThat(server.send("COMMAND").elements()).hasSize((int) count);
    assertThat(server.send("COMMAND", "INFO").elements()).hasSize((int) count);
  }

  @Test
  void takesNoArguments(TestServer server) {
    server
        .send("COMMAND", "COUNT", "x")
        .expectError("ERR wrong number of arguments for 'command|count' command");
    server.send("COMMAND", "x").expectError("ERR unknown subcommand 'x'. Try COMMAND HELP.");
  }
}
