package io.jacinth.commands.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HOTKEYS HELP. */
@DualRun
@JacinthOnly("a command of Redis 8.6")
class HotKeysHelpTest {
  @Test
  void listsTheSubcommands(TestServer server) {
    assertThat(server.send("HOTKEYS", "HELP").elements())
        .startsWith(
            new RespValue.SimpleString(
                "HOTKEYS <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"))
        .contains(new RespValue.SimpleString("HELP"));
    server
        .send("HOTKEYS", "HELP", "x")
        .expectError("ERR wrong number of arguments for 'hotkeys|help' command");
    server.send("HOTKEYS", "x").expectError("ERR unknown subcommand 'x'. Try HOTKEYS HELP.");
  }
}
