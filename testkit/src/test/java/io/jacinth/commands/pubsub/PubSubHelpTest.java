package io.jacinth.commands.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PUBSUB HELP. */
@DualRun
class PubSubHelpTest {
  @Test
  void listsSubcommands(TestServer server) {
    assertThat(server.send("PUBSUB", "HELP").elements())
        .contains(
            new RespValue.SimpleString(
                "PUBSUB <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"),
            new RespValue.SimpleString("NUMPAT"),
            new RespValue.SimpleString("HELP"));
    server
        .send("PUBSUB", "HELP", "x")
        .expectError("ERR wrong number of arguments for 'pubsub|help' command");
  }
}
