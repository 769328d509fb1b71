package io.jacinth.commands.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** COMMANDLOG HELP. */
@DualRun
@JacinthOnly("a command of Valkey")
class CommandLogHelpTest {
  @Test
  void listsTheSubcommands(TestServer server) {
    assertThat(server.send("COMMANDLOG", "HELP").elements())
        .startsWith(
            new RespValue.SimpleString(
                "COMMANDLOG <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"))
        .contains(new RespValue.SimpleString("HELP"));
    server
        .send("COMMANDLOG", "HELP", "x")
        .expectError("ERR wrong number of arguments for 'commandlog|help' command");
    server.send("COMMANDLOG", "x").expectError("ERR unknown subcommand 'x'. Try COMMANDLOG HELP.");
  }
}
