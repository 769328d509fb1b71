package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** DEL. */
@DualRun
class DelTest {
  @Test
  void countsTheKeysThatThereWere(TestServer server) {
    server.send("MSET", "a", 1, "b", "text", "c", "x".repeat(100_000)).expect("OK");
    server.send("DEL", "a", "none", "c").expectInteger(2);
    server.send("EXISTS", "a", "b", "c").expectInteger(1);
    server.send("DEL", "a").expectInteger(0);
  }

  @Test
  void countsAKeyNamedTwiceOnce(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("DEL", "a", "a", "a").expectInteger(1);
  }

  @Test
  void takesManyKeys(TestServer server) {
    Object[] set = new Object[801];
    Object[] delete = new Object[401];
    set[0] = "MSET";
    delete[0] = "DEL";
    for (int i = 0; i < 400; i++) {
      set[1 + 2 * i] = "key:" + i;
      set[2 + 2 * i] = i;
      delete[1 + i] = "key:" + i;
    }
    server.send(set).expect("OK");
    server.send("DBSIZE").expectInteger(400);
    server.send(delete).expectInteger(400);
    server.send("DBSIZE").expectInteger(0);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void doesNotCountWhatHasExpired(TestServer server) {
    server.send("SET", "a", 1, "PX", 10).expect("OK");
    server.advance(Duration.ofMillis(10));
    server.send("DEL", "a").expectInteger(0);
  }

  @Test
  void wantsAKey(TestServer server) {
    server.send("DEL").expectError("ERR wrong number of arguments for 'del' command");
  }
}
