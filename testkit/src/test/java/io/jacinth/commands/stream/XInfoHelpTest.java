package io.jacinth.commands.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Reply;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** XINFO HELP. */
@DualRun
class XInfoHelpTest {
  @Test
  void listsSubcommands(TestServer server) {
    Reply help = server.send("XINFO", "HELP");
    assertThat(help.elements().getFirst().toString())
        .contains("XINFO <subcommand> [<arg> [value] [opt] ...]. Subcommands are:");
    assertThat(help.toString()).contains("HELP");
    server
        .send("XINFO", "HELP", "x")
        .expectError("ERR wrong number of arguments for 'xinfo|help' command");
  }
}
