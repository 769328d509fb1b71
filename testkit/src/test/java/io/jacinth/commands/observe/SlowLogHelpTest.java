package io.jacinth.commands.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SLOWLOG HELP. */
@DualRun
class SlowLogHelpTest {
  @Test
  void listsTheSubcommands(TestServer server) {
    assertThat(server.send("SLOWLOG", "HELP").elements())
        .startsWith(
            new RespValue.SimpleString(
                "SLOWLOG <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"))
        .contains(new RespValue.SimpleString("HELP"));
    server
        .send("SLOWLOG", "HELP", "x")
        .expectError("ERR wrong number of arguments for 'slowlog|help' command");
    server.send("SLOWLOG", "x").expectError("ERR unknown subcommand 'x'. Try SLOWLOG HELP.");
  }
}
