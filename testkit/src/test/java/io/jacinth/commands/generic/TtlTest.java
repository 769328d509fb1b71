package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** TTL. */
@DualRun
class TtlTest {
  @Test
  void answersWhatIsLeft(TestServer server) {
    server.send("SET", "a", 1, "EX", 100).expect("OK");
    server.send("TTL", "a").expectIntegerBetween(97, 100);
    server.send("SET", "a", 1).expect("OK");
    server.send("TTL", "a").expectInteger(-1);
    server.send("TTL", "none").expectInteger(-2);
    server.send("TTL", "a", "b").expectError("ERR wrong number of arguments for 'ttl' command");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void roundsToTheNearestSecond(TestServer server) {
    server.send("SET", "a", 1, "PX", 2_500).expect("OK");
    server.send("TTL", "a").expectInteger(3);
    server.advance(Duration.ofMillis(1));
    server.send("TTL", "a").expectInteger(2);
    server.advance(Duration.ofMillis(2_498));
    server.send("TTL", "a").expectInteger(0);
    server.advance(Duration.ofMillis(1));
    server.send("TTL", "a").expectInteger(-2);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void isNoUse(TestServer server) {
    server.send("SET", "a", 1, "EX", 1_000).expect("OK");
    server.advance(Duration.ofSeconds(30));
    server.send("TTL", "a").expectIntegerBetween(900, 1_000_000);
    server.send("OBJECT", "IDLETIME", "a").expectInteger(30);
  }
}
