package io.jacinth.commands.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** SCAN. */
@DualRun
class ScanTest {
  @Test
  void answersACursorAndKeys(TestServer server) {
    server.send("SCAN", 0).expectArray("0", List.of()).expectRaw("*2\r\n$1\r\n0\r\n*0\r\n");
    server.send("MSET", "a", 1, "b", 2).expect("OK");
    server.send("SCAN", 0, "COUNT", 100).expectArray("0", Expectation.unordered(List.of("a", "b")));
  }

  @Test
  void findsEveryKeyInParts(TestServer server) {
    Set<String> keys = fill(server, 1_000);
    for (int count : new int[] {1, 7, 10, 100, 5_000}) {
      assertThat(scan(server, "COUNT", count)).isEqualTo(keys);
    }
  }

  @Test
  void looksAtAboutAsManyAsAsked(TestServer server) {
    fill(server, 1_000);
    List<RespValue> reply = server.send("SCAN", 0, "COUNT", 100).elements();
    assertThat(((ArrayValue) reply.get(1)).elements()).hasSizeBetween(100, 200);
  }

  @Test
  void filtersByPatternAndType(TestServer server) {
    fill(server, 100);
    assertThat(scan(server, "MATCH", "key:1?")).hasSize(10);
    assertThat(scan(server, "TYPE", "String", "match", "key:1?")).hasSize(10);
    assertThat(scan(server, "TYPE", "list")).isEmpty();
    assertThat(scan(server, "TYPE", "none-such", "COUNT", 3)).isEmpty();
    assertThat(scan(server, "MATCH", "x", "MATCH", "*")).hasSize(100);
  }

  @Test
  void takesAnyNumberForACursor(TestServer server) {
    fill(server, 100);
    for (String cursor :
        new String[] {
          "", "1", "+5", "-1", "007", "18446744073709551615", "-18446744073709551615"
        }) {
      assertThat(server.send("SCAN", cursor, "COUNT", 1_000).elements()).hasSize(2);
    }
  }

  @Test
  void refusesWhatIsNoCursor(TestServer server) {
    for (String cursor :
        new String[] {"x", " 1", "1 ", "1x", "-", "+", "0x1", "1.0", "18446744073709551616"}) {
      server.send("SCAN", cursor, "COUNT", "x").expectError("ERR invalid cursor");
    }
  }

  @Test
  void refusesWrongOptions(TestServer server) {
    server.send("SCAN", 0, "COUNT", 0).expectError("ERR syntax error");
    server.send("SCAN", 0, "COUNT", -5).expectError("ERR syntax error");
    server.send("SCAN", 0, "COUNT", "x").expectError("ERR value is not an integer or out of range");
    server.send("SCAN", 0, "COUNT").expectError("ERR syntax error");
    server.send("SCAN", 0, "MATCH").expectError("ERR syntax error");
    server.send("SCAN", 0, "FOO", "BAR").expectError("ERR syntax error");
    server.send("SCAN", 0, "COUNT", 5, "FOO").expectError("ERR syntax error");
    server.send("SCAN").expectError("ERR wrong number of arguments for 'scan' command");
  }

  @Test
  void takesTheHighestCount(TestServer server) {
    Set<String> keys = fill(server, 100);
    assertThat(scan(server, "COUNT", Long.MAX_VALUE)).isEqualTo(keys);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void removesTheExpiredKeysThatItMeets(TestServer server) {
    fill(server, 100);
    for (int i = 0; i < 100; i++) {
      server.send("SET", "gone:" + i, i, "PX", 10).expect("OK");
    }
    server.advance(Duration.ofMillis(10));
    assertThat(scan(server, "COUNT", 20)).hasSize(100).allMatch(key -> key.startsWith("key:"));
    server.send("DBSIZE").expectInteger(100);
  }

  private static Set<String> fill(TestServer server, int count) {
    Set<String> keys = new TreeSet<>();
    TestConnection connection = server.connect();
    for (int i = 0; i < count; i++) {
      keys.add("key:" + i);
      connection.write("SET", "key:" + i, i);
    }
    for (int i = 0; i < count; i++) {
      connection.read().expect("OK");
    }
    return keys;
  }

  /** A whole scan, from cursor 0 to cursor 0. */
  private static Set<String> scan(TestServer server, Object... options) {
    Set<String> found = new TreeSet<>();
    String cursor = "0";
    do {
      List<Object> request = new ArrayList<>(List.of("SCAN", cursor));
      request.addAll(List.of(options));
      List<RespValue> reply = server.send(request.toArray()).elements();
      cursor = ((BulkString) reply.get(0)).text();
      for (RespValue key : ((ArrayValue) reply.get(1)).elements()) {
        found.add(((BulkString) key).text());
      }
    } while (!cursor.equals("0"));
    return found;
  }
}
