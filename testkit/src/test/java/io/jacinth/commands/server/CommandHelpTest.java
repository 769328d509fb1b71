package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Reply;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** COMMAND HELP. */
@DualRun
class CommandHelpTest {
  @Test
  void listsSubcommandsAsSimpleStrings(TestServer server) {
    Reply help = server.send("COMMAND", "HELP");
    assertThat(help.elements()).allMatch(RespValue.SimpleString.class::isInstance);
    assertThat(help.elements())
        .contains(
            new RespValue.SimpleString(
                "COMMAND <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"),
            new RespValue.SimpleString("COUNT"),
            new RespValue.SimpleString("HELP"));
  }
}
