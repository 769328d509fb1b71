package io.jacinth.commands.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** CLIENT NO-EVICT. */
@DualRun
class ClientNoEvictTest {
  @Test
  void showsInTheFlags(TestServer server) {
    server.send("CLIENT", "NO-EVICT", "on").expectSimple("OK");
    assertThat(server.send("CLIENT", "INFO").text()).contains(" flags=e ");
    server.send("CLIENT", "NO-EVICT", "OFF").expectSimple("OK");
    assertThat(server.send("CLIENT", "INFO").text()).contains(" flags=N ");
  }

  @Test
  void knowsTwoWords(TestServer server) {
    server.send("CLIENT", "NO-EVICT", "maybe").expectError("ERR syntax error");
    server
        .send("CLIENT", "NO-EVICT")
        .expectError("ERR wrong number of arguments for 'client|no-evict' command");
  }
}
