package io.jacinth.commands.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** CLIENT ID. */
@DualRun
class ClientIdTest {
  @Test
  void grows(TestServer server) {
    long first = server.send("CLIENT", "ID").integer();
    server.send("client", "id").expectInteger(first);
    long second = server.connect().send("CLIENT", "ID").integer();
    assertThat(second).isGreaterThan(first);
  }

  @Test
  void takesNoArguments(TestServer server) {
    server
        .send("CLIENT", "ID", "x")
        .expectError("ERR wrong number of arguments for 'client|id' command");
    server.send("CLIENT").expectError("ERR wrong number of arguments for 'client' command");
    server
        .send("CLIENT", "NoSuch", "x")
        .expectError("ERR unknown subcommand 'NoSuch'. Try CLIENT HELP.");
  }
}
