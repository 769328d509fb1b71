package io.jacinth.commands.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LATENCY HELP. */
@DualRun
class LatencyHelpTest {
  @Test
  void listsTheSubcommands(TestServer server) {
    assertThat(server.send("LATENCY", "HELP").elements())
        .startsWith(
            new RespValue.SimpleString(
                "LATENCY <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"))
        .contains(new RespValue.SimpleString("HELP"));
    server
        .send("LATENCY", "HELP", "x")
        .expectError("ERR wrong number of arguments for 'latency|help' command");
    server.send("LATENCY", "x").expectError("ERR unknown subcommand 'x'. Try LATENCY HELP.");
  }
}
