package io.jacinth.commands.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Reply;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** CLIENT HELP. */
@DualRun
class ClientHelpTest {
  @Test
  void listsSubcommandsAsSimpleStrings(TestServer server) {
    Reply help = server.send("CLIENT", "HELP");
    assertThat(help.elements()).allMatch(RespValue.SimpleString.class::isInstance);
    assertThat(help.elements())
        .contains(
            new RespValue.SimpleString(
                "CLIENT <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"),
            new RespValue.SimpleString("GETNAME"),
            new RespValue.SimpleString("HELP"));
    server
        .send("CLIENT", "HELP", "x")
        .expectError("ERR wrong number of arguments for 'client|help' command");
  }
}
