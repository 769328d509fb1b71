package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** TIME. */
@DualRun
class TimeTest {
  @Test
  void tellsSecondsAndMicroseconds(TestServer server) {
    List<String> time = server.send("TIME").elements().stream().map(TimeTest::text).toList();
    assertThat(time).hasSize(2).allMatch(part -> part.matches("0|[1-9][0-9]*"));
    assertThat(Long.parseLong(time.get(1))).isBetween(0L, 999_999L);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void moves(TestServer server) {
    long before = seconds(server);
    server.advance(Duration.ofMinutes(2));
    assertThat(seconds(server)).isEqualTo(before + 120);
  }

  @Test
  void takesNoArguments(TestServer server) {
    server.send("TIME", "x").expectError("ERR wrong number of arguments for 'time' command");
  }

  private static long seconds(TestServer server) {
    return Long.parseLong(text(server.send("TIME").elements().getFirst()));
  }

  private static String text(RespValue value) {
    return ((RespValue.BulkString) value).text();
  }
}
