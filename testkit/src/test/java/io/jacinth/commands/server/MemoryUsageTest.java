package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** {@code MEMORY USAGE}. */
@DualRun
class MemoryUsageTest {
  @Test
  void refusesWhatItDoesNotKnow(TestServer server) {
    server.send("SET", "k", "v").expect("OK");
    server.send("MEMORY", "USAGE", "none").expectNil();
    server.send("MEMORY", "USAGE", "k", "SAMPLES").expectError("ERR syntax error");
    server.send("MEMORY", "USAGE", "k", "SAMPLES", -1).expectError("ERR syntax error");
    server.send("MEMORY", "USAGE", "k", "FOO", 1).expectError("ERR syntax error");
    server
        .send("MEMORY", "USAGE", "k", "SAMPLES", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("MEMORY", "USAGE")
        .expectError("ERR wrong number of arguments for 'memory|usage' command");
  }

  @Test
  void growsWithTheValue(TestServer server) {
    server.send("SET", "small", "v").expect("OK");
    server.send("SET", "large", "v".repeat(100_000)).expect("OK");
    long small = server.send("MEMORY", "USAGE", "small").integer();
    long large = server.send("MEMORY", "USAGE", "large", "SAMPLES", 0).integer();
    assertThat(small).isBetween(1L, 200L);
    assertThat(large).isBetween(100_000L, 140_000L);
  }

  /**
   * Entry: header 4, length 1, key, length 1, value, in steps of 8. A bucket of 64, its place 8.
   */
  @Test
  @JacinthOnly("the figure is that of this layout")
  void isExact(TestServer server) {
    server.send("SET", "k", "0123456789").expect("OK");
    server.send("MEMORY", "USAGE", "k").expectInteger(24 + 72);
  }
}
