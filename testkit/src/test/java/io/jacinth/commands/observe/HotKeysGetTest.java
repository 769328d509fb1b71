package io.jacinth.commands.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** HOTKEYS GET: which keys are found, and what else is told. */
@DualRun
@JacinthOnly("a command of Redis 8.6")
class HotKeysGetTest {
  private static Map<String, RespValue> report(TestServer server) {
    List<RespValue> flat = Entries.elements(server.send("HOTKEYS", "GET").elements().getFirst());
    Map<String, RespValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < flat.size(); i += 2) {
      fields.put(Entries.text(flat.get(i)), flat.get(i + 1));
    }
    return fields;
  }

  private static Map<String, Long> keys(TestServer server, String metric) {
    List<RespValue> flat = Entries.elements(report(server).get(metric));
    Map<String, Long> keys = new LinkedHashMap<>();
    for (int i = 0; i < flat.size(); i += 2) {
      keys.put(Entries.text(flat.get(i)), Entries.number(flat.get(i + 1)));
    }
    return keys;
  }

  @Test
  void isNullWhereNothingWasSearched(TestServer server) {
    server.send("HOTKEYS", "GET").expectNil();
  }

  @Test
  void countsTheBytesOfRequestsAndReplies(TestServer server) {
    server.send("HOTKEYS", "START", "METRICS", 1, "NET").expect("OK");
    server.send("SET", "a", "x");
    server.send("GET", "a");
    server.send("MGET", "b", "c");
    server.send("EVALSHA", "x", 0);
    server.send("PING");
    server.send("HOTKEYS", "STOP").expect("OK");
    server.send("SET", "a", "later");
    long set = "*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\nx\r\n+OK\r\n".length();
    long get = "*2\r\n$3\r\nGET\r\n$1\r\na\r\n$1\r\nx\r\n".length();
    long mget = "*3\r\n$4\r\nMGET\r\n$1\r\nb\r\n$1\r\nc\r\n*2\r\n$-1\r\n$-1\r\n".length();
    assertThat(keys(server, "by-net-bytes"))
        .isEqualTo(Map.of("a", set + get, "b", mget / 2, "c", mget / 2));
    assertThat(report(server).keySet())
        .containsExactly(
            "tracking-active",
            "sample-ratio",
            "selected-slots",
            "all-commands-all-slots-us",
            "net-bytes-all-commands-all-slots",
            "collection-start-time-unix-ms",
            "collection-duration-ms",
            "total-net-bytes",
            "by-net-bytes");
  }

  @Test
  void countsTheTimeOfCommands(TestServer server) {
    server.send("HOTKEYS", "START", "METRICS", 2, "CPU", "NET", "COUNT", 1).expect("OK");
    server.send("SET", "a", "x");
    server.send("SET", "a", "x");
    server.send("SET", "b", "x");
    Map<String, RespValue> report = report(server);
    assertThat(Entries.number(report.get("tracking-active"))).isOne();
    assertThat(report.keySet())
        .contains("total-cpu-time-user-ms", "total-cpu-time-sys-ms", "by-cpu-time-us");
    assertThat(keys(server, "by-cpu-time-us")).hasSize(1);
    assertThat(keys(server, "by-net-bytes")).containsOnlyKeys("a");
  }

  @Test
  void looksIntoTransactions(TestServer server) {
    server.send("HOTKEYS", "START", "METRICS", 1, "NET").expect("OK");
    server.send("MULTI");
    server.send("SET", "a", "x");
    server.send("INCR", "b");
    server.send("EXEC");
    assertThat(keys(server, "by-net-bytes")).containsOnlyKeys("a", "b");
  }

  @Test
  void endsWhenItsTimeIsUp(TestServer server) {
    server.send("HOTKEYS", "START", "METRICS", 1, "NET", "DURATION", 5).expect("OK");
    server.send("SET", "a", "x");
    server.advance(Duration.ofSeconds(5));
    assertThat(Entries.number(report(server).get("tracking-active"))).isZero();
    server.send("SET", "b", "x");
    assertThat(keys(server, "by-net-bytes")).containsOnlyKeys("a");
    assertThat(Entries.number(report(server).get("collection-duration-ms"))).isEqualTo(5000);
    server.send("HOTKEYS", "STOP").expectNil();
    server.send("HOTKEYS", "RESET").expect("OK");
  }

  @Test
  void findsHotKeysAmongManyBySamples(TestServer server) {
    server.send("HOTKEYS", "START", "METRICS", 1, "NET", "SAMPLE", 10).expect("OK");
    TestConnection connection = server.connect();
    int rounds = 200;
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < 5; i++) {
        connection.write("SET", "hot" + i, "x");
        for (int j = 0; j < 15; j++) {
          connection.write("SET", "cold:" + round + ":" + i + ":" + j, "x");
        }
      }
      for (int i = 0; i < 5 * 16; i++) {
        connection.read().expect("OK");
      }
    }
    assertThat(keys(server, "by-net-bytes").keySet().stream().limit(5))
        .containsExactlyInAnyOrder("hot0", "hot1", "hot2", "hot3", "hot4");
  }
}
