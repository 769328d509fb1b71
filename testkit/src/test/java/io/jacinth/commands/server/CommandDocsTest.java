package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/**
 * COMMAND DOCS; the texts are our own, the structure is compared by {@link CommandComparisonTest}.
 */
@DualRun
class CommandDocsTest {
  @Test
  void documentsTheCommandsNamed(TestServer server) {
    RespValue docs = server.resp3().send("COMMAND", "DOCS", "GET", "nosuch", "config|get").value();
    assertThat(docs)
        .isInstanceOfSatisfying(
            RespValue.MapValue.class,
            map ->
                assertThat(map.entries().stream().map(entry -> text(entry.getKey())))
                    .containsExactly("get", "config|get"));
    server.send("COMMAND", "DOCS", "nosuch").expectArray();
  }

  @Test
  void isFlatInResp2(TestServer server) {
    assertThat(server.send("COMMAND", "DOCS", "get", "set").elements()).hasSize(4);
    server.send("COMMAND", "DOCS").expectMap("get", Expectation.any(), "ping", Expectation.any());
  }

  private static String text(RespValue value) {
    return ((RespValue.BulkString) value).text();
  }
}
