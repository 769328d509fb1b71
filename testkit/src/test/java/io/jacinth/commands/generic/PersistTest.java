package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PERSIST. */
@DualRun
class PersistTest {
  @Test
  void takesTheDeadlineAway(TestServer server) {
    server.send("SET", "a", 1, "EX", 100).expect("OK");
    server.send("PERSIST", "a").expectInteger(1);
    server.send("TTL", "a").expectInteger(-1);
    server.send("GET", "a").expect("1");
  }

  @Test
  void answers0WhereThereIsNone(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("PERSIST", "a").expectInteger(0);
    server.send("PERSIST", "none").expectInteger(0);
    server
        .send("PERSIST", "a", "b")
        .expectError("ERR wrong number of arguments for 'persist' command");
  }

  @Test
  void keepsValuesOfEverySize(TestServer server) {
    for (int length : new int[] {0, 1, 30, 44, 45, 255, 300, 20_000, 200_000}) {
      String value = "v".repeat(length);
      server.send("SET", "a", value, "EX", 100).expect("OK");
      server.send("PERSIST", "a").expectInteger(1);
      server.send("GET", "a").expect(value);
    }
  }
}
