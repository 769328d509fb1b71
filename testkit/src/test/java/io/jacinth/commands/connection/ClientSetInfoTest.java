package io.jacinth.commands.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** CLIENT SETINFO. */
@DualRun
@Since("7.2")
class ClientSetInfoTest {
  @Test
  void showsInTheLine(TestServer server) {
    server.send("CLIENT", "SETINFO", "LIB-NAME", "jedis").expectSimple("OK");
    server.send("CLIENT", "SETINFO", "lib-ver", "5.1").expectSimple("OK");
    assertThat(server.send("CLIENT", "INFO").text()).contains(" lib-name=jedis lib-ver=5.1 ");
    server.send("CLIENT", "SETINFO", "LIB-NAME", "").expectSimple("OK");
    assertThat(server.send("CLIENT", "INFO").text()).contains(" lib-name= lib-ver=5.1 ");
  }

  @Test
  void refusesWhatItCannotShow(TestServer server) {
    server
        .send("CLIENT", "SETINFO", "lib-Name", "a b")
        .expectError("ERR lib-Name cannot contain spaces, newlines or special characters.");
    server.send("CLIENT", "SETINFO", "foo", "a").expectError("ERR Unrecognized option 'foo'");
    server
        .send("CLIENT", "SETINFO", "LIB-NAME")
        .expectError("ERR wrong number of arguments for 'client|setinfo' command");
  }
}
