package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** OBJECT FREQ; on numbers that Redis does not share between keys. */
@DualRun
class ObjectFreqTest {
  @Test
  void isNotToBeHadWithoutAnLfuPolicy(TestServer server) {
    server.send("SET", "a", 10_000).expect("OK");
    server
        .send("OBJECT", "FREQ", "a")
        .expectError(
            "ERR An LFU maxmemory policy is not selected, access frequency not tracked. Please"
                + " note that when switching between policies at runtime LRU and LFU data will"
                + " take some time to adjust.");
    server.send("OBJECT", "FREQ", "none").expectNil();
  }

  @Test
  void countsUses(TestServer server) {
    server
        .send("CONFIG", "SET", "maxmemory-policy", "volatile-lfu", "lfu-log-factor", 0)
        .expect("OK");
    server.send("SET", "a", 10_000).expect("OK");
    server.send("OBJECT", "FREQ", "a").expectInteger(5);
    server.send("GET", "a").expect("10000");
    server.send("OBJECT", "FREQ", "a").expectInteger(6);
    server.send("EXISTS", "a").expectInteger(1);
    server.send("TTL", "a").expectInteger(-1);
    server.send("OBJECT", "FREQ", "a").expectInteger(6);
    server.send("INCR", "a").expectInteger(10_001);
    server.send("OBJECT", "FREQ", "a").expectInteger(7);
    server.send("TOUCH", "a").expectInteger(1);
    server.send("EXPIRE", "a", 100).expectInteger(1);
    server.send("OBJECT", "FREQ", "a").expectInteger(9);
    server.send("RENAME", "a", "b").expect("OK");
    server.send("OBJECT", "FREQ", "b").expectInteger(10);
    server.send("COPY", "b", "c").expectInteger(1);
    server.send("OBJECT", "FREQ", "c").expectInteger(5);
  }

  @Test
  void aReplacedValueLeavesItsCountBehind(TestServer server) {
    server
        .send("CONFIG", "SET", "maxmemory-policy", "allkeys-lfu", "lfu-log-factor", 0)
        .expect("OK");
    server.send("SET", "a", 10_000).expect("OK");
    for (int i = 0; i < 20; i++) {
      server.send("GET", "a").expect("10000");
    }
    server.send("OBJECT", "FREQ", "a").expectInteger(25);
    server.send("SET", "a", "x".repeat(1_000)).expect("OK");
    server.send("OBJECT", "FREQ", "a").expectIntegerBetween(25, 26);
  }

  @Test
  void growsMoreSlowlyTheHigherItIs(TestServer server) {
    server
        .send("CONFIG", "SET", "maxmemory-policy", "allkeys-lfu", "lfu-log-factor", 100)
        .expect("OK");
    server.send("SET", "a", 10_000).expect("OK");
    TestConnection connection = server.connect();
    for (int i = 0; i < 2_000; i++) {
      connection.write("GET", "a");
    }
    for (int i = 0; i < 2_000; i++) {
      connection.read().expect("10000");
    }
    server.send("OBJECT", "FREQ", "a").expectIntegerBetween(6, 30);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void losesOneAMinuteWithoutUse(TestServer server) {
    server.send("CONFIG", "SET", "maxmemory-policy", "allkeys-lfu", "lfu-log-factor", 0);
    server.send("SET", "a", 10_000).expect("OK");
    server.advance(Duration.ofMinutes(3));
    server.send("OBJECT", "FREQ", "a").expectInteger(2);
    server.send("GET", "a").expect("10000");
    server.send("OBJECT", "FREQ", "a").expectInteger(3);
    server.send("CONFIG", "SET", "lfu-decay-time", 0).expect("OK");
    server.advance(Duration.ofMinutes(100));
    server.send("OBJECT", "FREQ", "a").expectInteger(3);
  }
}
