package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** {@code MEMORY PURGE}. */
@DualRun
class MemoryPurgeTest {
  @Test
  void answersOk(TestServer server) {
    server.send("SET", "k", "v".repeat(100_000)).expect("OK");
    server.send("DEL", "k").expectInteger(1);
    server.send("MEMORY", "PURGE").expectSimple("OK");
    server
        .send("MEMORY", "PURGE", "x")
        .expectError("ERR wrong number of arguments for 'memory|purge' command");
  }

  @Test
  @JacinthOnly("how much is kept in reserve is known")
  void givesEverythingBackThatIsEmpty(TestServer server) {
    server.send("FLUSHALL").expect("OK");
    for (int i = 0; i < 100; i++) {
      server.send("SET", "k" + i, "v".repeat(20_000)).expect("OK");
    }
    for (int i = 0; i < 99; i++) {
      server.send("DEL", "k" + i).expectInteger(1);
    }
    server.send("MEMORY", "PURGE").expectSimple("OK");
    String table = server.send("MEMORY", "MALLOC-STATS").text();
    long fromSystem =
        Long.parseLong(table.replaceFirst("(?s).*from the system: ([0-9]+) bytes.*", "$1"));
    assertThat(fromSystem).isBetween(1L << 20, 4L << 20);
  }
}
