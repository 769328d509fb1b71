package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Reply;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** MEMORY HELP, and MEMORY as such. */
@DualRun
class MemoryHelpTest {
  @Test
  void listsSubcommandsAsSimpleStrings(TestServer server) {
    Reply help = server.send("MEMORY", "HELP");
    assertThat(help.elements()).allMatch(RespValue.SimpleString.class::isInstance);
    assertThat(help.elements().getFirst())
        .isEqualTo(
            new RespValue.SimpleString(
                "MEMORY <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"));
    assertThat(help.toString()).contains("USAGE", "HELP");
  }

  @Test
  void refusesWhatIsNoSubcommand(TestServer server) {
    server.send("MEMORY").expectError("ERR wrong number of arguments for 'memory' command");
    server.send("MEMORY", "FOO", "a").expectError("ERR unknown subcommand 'FOO'. Try MEMORY HELP.");
    server
        .send("MEMORY", "HELP", "x")
        .expectError("ERR wrong number of arguments for 'memory|help' command");
  }
}
