package io.jacinth.commands.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue.BulkString;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** KEYS. */
@DualRun
class KeysTest {
  @Test
  void listsWhatMatches(TestServer server) {
    server.send("MSET", "one", 1, "two", 2, "three", 3, "", 4).expect("OK");
    server.send("KEYS", "*").expectUnordered("one", "two", "three", "");
    server.send("KEYS", "t*").expectUnordered("two", "three");
    server.send("KEYS", "t[w]?").expectUnordered("two");
    server.send("KEYS", "x*").expectArray();
    server.send("KEYS", "").expectUnordered("");
    server.send("KEYS", "T*").expectArray();
  }

  @Test
  void keepsToTheDatabase(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    TestConnection other = server.connect();
    other.send("SELECT", 9).expect("OK");
    other.send("KEYS", "*").expectArray();
    other.send("SET", "b", 1).expect("OK");
    other.send("KEYS", "*").expectArray("b");
    server.send("KEYS", "*").expectArray("a");
  }

  @Test
  void takesKeysOfAnyBytes(TestServer server) {
    byte[] key = {0, (byte) 0xff, '\r', '\n'};
    server.send("SET", key, 1).expect("OK");
    server.send("KEYS", "*").expectArray((Object) key);
  }

  @Test
  void listsMany(TestServer server) {
    Set<String> expected = new HashSet<>();
    TestConnection connection = server.connect();
    for (int i = 0; i < 5_000; i++) {
      String key = "key:" + i + "x".repeat(i % 300);
      expected.add(key);
      connection.write("SET", key, i);
    }
    for (int i = 0; i < 5_000; i++) {
      connection.read().expect("OK");
    }
    Set<String> found = new HashSet<>();
    server.send("KEYS", "key:*").elements().forEach(key -> found.add(((BulkString) key).text()));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void leavesOutWhatHasExpired(TestServer server) {
    server.send("SET", "a", 1, "PX", 10).expect("OK");
    server.send("SET", "b", 1).expect("OK");
    server.advance(Duration.ofMillis(10));
    server.send("KEYS", "*").expectArray("b");
  }

  @Test
  void wantsAPattern(TestServer server) {
    server.send("KEYS").expectError("ERR wrong number of arguments for 'keys' command");
  }
}
