package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** EXISTS. */
@DualRun
class ExistsTest {
  @Test
  void countsAKeyAsOftenAsItIsNamed(TestServer server) {
    server.send("MSET", "a", 1, "b", "").expect("OK");
    server.send("EXISTS", "a").expectInteger(1);
    server.send("EXISTS", "a", "a", "none", "b").expectInteger(3);
    server.send("EXISTS", "none").expectInteger(0);
    server.send("EXISTS").expectError("ERR wrong number of arguments for 'exists' command");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void doesNotSeeWhatHasExpired(TestServer server) {
    server.send("SET", "a", 1, "PX", 10).expect("OK");
    server.advance(Duration.ofMillis(9));
    server.send("EXISTS", "a").expectInteger(1);
    server.advance(Duration.ofMillis(1));
    server.send("EXISTS", "a").expectInteger(0);
  }
}
