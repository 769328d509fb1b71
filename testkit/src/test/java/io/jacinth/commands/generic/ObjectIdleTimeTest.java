package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** OBJECT IDLETIME. */
@DualRun
class ObjectIdleTimeTest {
  @Test
  void begins0(TestServer server) {
    server.send("SET", "a", 10_000).expect("OK");
    server.send("OBJECT", "IDLETIME", "a").expectIntegerBetween(0, 1);
    server.send("OBJECT", "IDLETIME", "none").expectNil();
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void countsSecondsWithoutUse(TestServer server) {
    server.send("SET", "a", 1, "EX", 1_000).expect("OK");
    server.advance(Duration.ofSeconds(100));
    for (Object[] look :
        new Object[][] {
          {"EXISTS", "a"}, {"TYPE", "a"}, {"TTL", "a"}, {"OBJECT", "ENCODING", "a"}, {"KEYS", "*"}
        }) {
      server.send(look);
      server.send("OBJECT", "IDLETIME", "a").expectInteger(100);
    }
    for (Object[] use :
        new Object[][] {
          {"GET", "a"}, {"TOUCH", "a"}, {"INCR", "a"}, {"EXPIRE", "a", 10_000}, {"SET", "a", 1}
        }) {
      server.advance(Duration.ofSeconds(100));
      server.send(use);
      server.send("OBJECT", "IDLETIME", "a").expectInteger(0);
    }
  }

  @Test
  void isNotToBeHadWithAnLfuPolicy(TestServer server) {
    server.send("CONFIG", "SET", "maxmemory-policy", "allkeys-lfu").expect("OK");
    server.send("SET", "a", 1).expect("OK");
    server
        .send("OBJECT", "IDLETIME", "a")
        .expectError(
            "ERR An LFU maxmemory policy is selected, idle time not tracked. Please note that when"
                + " switching between policies at runtime LRU and LFU data will take some time to"
                + " adjust.");
    server.send("OBJECT", "IDLETIME", "none").expectNil();
  }
}
