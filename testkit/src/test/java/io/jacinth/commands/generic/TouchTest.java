package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** TOUCH. */
@DualRun
class TouchTest {
  @Test
  void countsTheKeysThatThereAre(TestServer server) {
    server.send("MSET", "a", 1, "b", "").expect("OK");
    server.send("TOUCH", "a", "a", "none", "b").expectInteger(3);
    server.send("TOUCH").expectError("ERR wrong number of arguments for 'touch' command");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void isAUse(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.advance(Duration.ofSeconds(30));
    server.send("OBJECT", "IDLETIME", "a").expectInteger(30);
    server.send("TOUCH", "a").expectInteger(1);
    server.send("OBJECT", "IDLETIME", "a").expectInteger(0);
  }
}
