package io.jacinth.commands.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Reply;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** OBJECT HELP, and OBJECT as such. */
@DualRun
class ObjectHelpTest {
  @Test
  void listsSubcommandsAsSimpleStrings(TestServer server) {
    Reply help = server.send("OBJECT", "HELP");
    assertThat(help.elements()).allMatch(RespValue.SimpleString.class::isInstance);
    assertThat(help.elements().getFirst())
        .isEqualTo(
            new RespValue.SimpleString(
                "OBJECT <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"));
    assertThat(help.toString()).contains("ENCODING", "FREQ", "IDLETIME", "REFCOUNT", "HELP");
  }

  @Test
  void refusesWhatIsNoSubcommand(TestServer server) {
    server.send("OBJECT").expectError("ERR wrong number of arguments for 'object' command");
    server.send("OBJECT", "FOO", "a").expectError("ERR unknown subcommand 'FOO'. Try OBJECT HELP.");
    server
        .send("OBJECT", "HELP", "x")
        .expectError("ERR wrong number of arguments for 'object|help' command");
  }
}
