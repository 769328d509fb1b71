package io.jacinth.commands.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** RANDOMKEY. */
@DualRun
class RandomKeyTest {
  @Test
  void answersNilWithoutKeys(TestServer server) {
    server.send("RANDOMKEY").expectNil().expectRaw("$-1\r\n");
    server.resp3().send("RANDOMKEY").expectRaw("_\r\n");
    server
        .send("RANDOMKEY", "x")
        .expectError("ERR wrong number of arguments for 'randomkey' command");
  }

  @Test
  void picksEveryKeySoonerOrLater(TestServer server) {
    Set<String> keys = new TreeSet<>();
    for (int i = 0; i < 20; i++) {
      keys.add("key:" + i);
      server.send("SET", "key:" + i, i).expect("OK");
    }
    Set<String> found = new TreeSet<>();
    for (int i = 0; i < 1_000; i++) {
      found.add(server.send("RANDOMKEY").text());
    }
    assertThat(found).isEqualTo(keys);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void passesOverWhatHasExpired(TestServer server) {
    for (int i = 0; i < 100; i++) {
      server.send("SET", "gone:" + i, i, "PX", 10).expect("OK");
    }
    server.send("SET", "here", 1).expect("OK");
    server.advance(Duration.ofMillis(10));
    for (int i = 0; i < 20; i++) {
      server.send("RANDOMKEY").expectBulk("here");
    }
    server.send("DEL", "here").expectInteger(1);
    server.send("RANDOMKEY").expectNil();
    server.send("DBSIZE").expectInteger(0);
  }
}
