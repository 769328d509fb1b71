package io.jacinth.commands.acl;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ACL HELP. */
@DualRun
class AclHelpTest {
  @Test
  void listsSubcommands(TestServer server) {
    assertThat(server.send("ACL", "HELP").elements())
        .contains(
            new RespValue.SimpleString(
                "ACL <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"),
            new RespValue.SimpleString("LIST"),
            new RespValue.SimpleString("HELP"));
    server.send("ACL", "HELP", "x").expectErrorStarting("ERR wrong number of arguments");
  }
}
