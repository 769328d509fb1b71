package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** COMMAND LIST. */
@DualRun
class CommandListTest {
  private static List<String> list(TestServer server, Object... arguments) {
    Object[] request = Stream.concat(Stream.of("COMMAND", "LIST"), Stream.of(arguments)).toArray();
    return server.send(request).elements().stream()
        .map(name -> ((RespValue.BulkString) name).text())
        .toList();
  }

  @Test
  void namesCommandsAndSubcommands(TestServer server) {
    assertThat(list(server)).contains("get", "config", "config|get").doesNotHaveDuplicates();
  }

  @Test
  void filters(TestServer server) {
    assertThat(list(server, "FILTERBY", "PATTERN", "CONFIG|[gs]et"))
        .containsExactlyInAnyOrder("config|get", "config|set");
    assertThat(list(server, "filterby", "aclcat", "Connection"))
        .contains("ping", "client|id", "command", "command|docs")
        .doesNotContain("client", "get", "config|get");
    assertThat(list(server, "FILTERBY", "ACLCAT", "nosuch")).isEmpty();
    assertThat(list(server, "FILTERBY", "MODULE", "nosuch")).isEmpty();
    assertThat(list(server, "FILTERBY", "PATTERN", "nosuch*")).isEmpty();
  }

  @Test
  void refusesOtherForms(TestServer server) {
    server.send("COMMAND", "LIST", "x").expectError("ERR syntax error");
    server.send("COMMAND", "LIST", "FILTERBY").expectError("ERR syntax error");
    server.send("COMMAND", "LIST", "FILTERBY", "PATTERN").expectError("ERR syntax error");
    server.send("COMMAND", "LIST", "FILTERBY", "x", "y").expectError("ERR syntax error");
    server.send("COMMAND", "LIST", "FILTERBY", "PATTERN", "a", "b").expectError("ERR syntax error");
  }
}
