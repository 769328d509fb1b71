package io.jacinth.commands.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Reply;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** XGROUP HELP. */
@DualRun
class XGroupHelpTest {
  @Test
  void listsSubcommands(TestServer server) {
    Reply help = server.send("XGROUP", "HELP");
    assertThat(help.elements().getFirst().toString())
        .contains("XGROUP <subcommand> [<arg> [value] [opt] ...]. Subcommands are:");
    assertThat(help.toString()).contains("HELP");
    server
        .send("XGROUP", "HELP", "x")
        .expectError("ERR wrong number of arguments for 'xgroup|help' command");
  }
}
