package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** PTTL. */
@DualRun
class PTtlTest {
  @Test
  void answersWhatIsLeft(TestServer server) {
    server.send("SET", "a", 1, "EX", 100).expect("OK");
    server.send("PTTL", "a").expectIntegerBetween(97_000, 100_000);
    server.send("SET", "a", 1).expect("OK");
    server.send("PTTL", "a").expectInteger(-1);
    server.send("PTTL", "none").expectInteger(-2);
    server.send("PTTL", "a", "b").expectError("ERR wrong number of arguments for 'pttl' command");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void countsMilliseconds(TestServer server) {
    server.send("SET", "a", 1, "PX", 2_500).expect("OK");
    server.send("PTTL", "a").expectInteger(2_500);
    server.advance(Duration.ofMillis(1));
    server.send("PTTL", "a").expectInteger(2_499);
    server.advance(Duration.ofMillis(2_498));
    server.send("PTTL", "a").expectInteger(1);
    server.advance(Duration.ofMillis(1));
    server.send("PTTL", "a").expectInteger(-2);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void isNoUse(TestServer server) {
    server.send("SET", "a", 1, "EX", 1_000).expect("OK");
    server.advance(Duration.ofSeconds(30));
    server.send("PTTL", "a").expectIntegerBetween(900, 1_000_000);
    server.send("OBJECT", "IDLETIME", "a").expectInteger(30);
  }
}
