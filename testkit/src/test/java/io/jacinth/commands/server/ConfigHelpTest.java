package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Reply;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** CONFIG HELP. */
@DualRun
class ConfigHelpTest {
  @Test
  void listsSubcommandsAsSimpleStrings(TestServer server) {
    Reply help = server.send("CONFIG", "HELP");
    assertThat(help.elements()).allMatch(RespValue.SimpleString.class::isInstance);
    assertThat(help.elements())
        .contains(
            new RespValue.SimpleString(
                "CONFIG <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"),
            new RespValue.SimpleString("RESETSTAT"),
            new RespValue.SimpleString("HELP"));
  }
}
