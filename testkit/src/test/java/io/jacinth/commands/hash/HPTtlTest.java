package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** HPTTL. */
@DualRun
@Since("7.4")
class HPTtlTest {
  @Test
  void tellsOfEveryField(TestServer server) {
    server.send("HSET", "h", "a", 1, "b", 2).expectInteger(2);
    server.send("HEXPIRE", "h", 1000, "FIELDS", 1, "a").expectArray(1);
    server.send("HPTTL", "h", "FIELDS", 2, "b", "x").expectArray(-1, -2);
    server.send("HPTTL", "none", "FIELDS", 2, "a", "b").expectArray(-2, -2);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void tellsWhatIsLeft(TestServer server) {
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server.send("HPEXPIRE", "h", 2_500, "FIELDS", 1, "a").expectArray(1);
    server.send("HPTTL", "h", "FIELDS", 1, "a").expectArray(2_500);
    server.advance(Duration.ofMillis(500));
    server.send("HPTTL", "h", "FIELDS", 1, "a").expectArray(2_000);
    server.advance(Duration.ofMillis(1_999));
    server.send("HPTTL", "h", "FIELDS", 1, "a").expectArray(1);
    server.advance(Duration.ofMillis(1));
    server.send("HPTTL", "h", "FIELDS", 1, "a").expectArray(-2);
  }

  @Test
  void refusesWhatMakesNoSense(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server
        .send("HPTTL", "s", "FIELDS", 1, "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server
        .send("HPTTL", "h", "FIELD", 1, "a")
        .expectError("ERR Mandatory argument FIELDS is missing or not at the right position");
    server
        .send("HPTTL", "h", "FIELDS", 0, "a")
        .expectError("ERR Number of fields must be a positive integer");
    server
        .send("HPTTL", "h", "FIELDS", "x", "a")
        .expectError("ERR Number of fields must be a positive integer");
    server
        .send("HPTTL", "h", "FIELDS", 2, "a")
        .expectError("ERR The `numfields` parameter must match the number of arguments");
    server
        .send("HPTTL", "h", "FIELDS", 1)
        .expectError("ERR wrong number of arguments for 'hpttl' command");
    server.send("HGETALL", "h").expectArray("a", "1");
  }
}
