package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** {@code MEMORY MALLOC-STATS}. */
@DualRun
class MemoryMallocStatsTest {
  @Test
  void saysSomethingInText(TestServer server) {
    assertThat(server.send("MEMORY", "MALLOC-STATS").text()).isNotEmpty();
    try (TestConnection connection = server.resp3()) {
      assertThat(connection.send("MEMORY", "MALLOC-STATS").value())
          .isInstanceOf(RespValue.VerbatimString.class);
    }
    server
        .send("MEMORY", "MALLOC-STATS", "x")
        .expectError("ERR wrong number of arguments for 'memory|malloc-stats' command");
  }

  @Test
  @JacinthOnly("the sizes are those of this allocator")
  void countsBlocksBySize(TestServer server) {
    server.send("SET", "k", "v".repeat(1000)).expect("OK");
    server.send("SET", "l", "v".repeat(300_000)).expect("OK");
    String table = server.send("MEMORY", "MALLOC-STATS").text();
    assertThat(table).contains("allocators, chunks of 1048576 bytes");
    assertThat(table).containsPattern("(?m)^ +1024 +1 +1024 ");
    assertThat(table).containsPattern("(?m)^ +larger +1 +3[0-9]{5}$");
  }
}
