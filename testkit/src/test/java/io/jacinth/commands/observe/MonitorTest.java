package io.jacinth.commands.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** MONITOR: which commands are shown, in what form and order, and what a monitor may run. */
@DualRun
class MonitorTest {
  private static final String NO_KEYS = "ERR Replica can't interact with the keyspace";

  private static TestConnection monitor(TestServer server) {
    TestConnection monitor = server.connect();
    monitor.send("MONITOR").expectSimple("OK");
    return monitor;
  }

  /** The next line, without the time and the client's port. */
  private static String line(TestConnection monitor) {
    String line = monitor.read().text();
    assertThat(line).matches("[0-9]{10}\\.[0-9]{6} \\[[0-9]+ 127\\.0\\.0\\.1:[0-9]+] .*");
    return line.replaceFirst("[0-9.]+ ", "").replaceFirst(" 127\\.0\\.0\\.1:[0-9]+", "");
  }

  private static void expect(TestConnection monitor, String... lines) {
    for (String line : lines) {
      assertThat(line(monitor)).isEqualTo(line);
    }
  }

  @Test
  void showsCommandsWithTheirWordsQuoted(TestServer server) {
    TestConnection monitor = monitor(server);
    server.send(
        "SET", "a", new byte[] {'x', 0, 1, 127, -1, '"', '\\', ' ', '\n', '\r', '\t', 7, 8});
    server.send("Get", "a");
    server.send("SELECT", 3);
    server.send("PING");
    expect(
        monitor,
        "[0] \"SET\" \"a\" \"x\\x00\\x01\\x7f\\xff\\\"\\\\ \\n\\r\\t\\a\\b\"",
        "[0] \"Get\" \"a\"",
        "[3] \"SELECT\" \"3\"",
        "[3] \"PING\"");
  }

  @Test
  void showsWhatRanWhateverItAnswered(TestServer server) {
    TestConnection monitor = monitor(server);
    server.send("NOSUCH").expectErrorStarting("ERR unknown command");
    server.send("GET").expectErrorStarting("ERR wrong number");
    server.send("INCRBY", "a", "x").expectErrorStarting("ERR value");
    server.send("CLIENT", "NOSUCH").expectErrorStarting("ERR unknown subcommand");
    server.send("MGET", "a", "b", "c");
    server.send("FLUSHALL");
    expect(
        monitor,
        "[0] \"INCRBY\" \"a\" \"x\"",
        "[0] \"MGET\" \"a\" \"b\" \"c\"",
        "[0] \"FLUSHALL\"");
  }

  @Test
  void hidesWhatAdministratorsDoAndSecrets(TestServer server) {
    TestConnection monitor = monitor(server);
    server.send("CONFIG", "GET", "port");
    server.send("CLIENT", "LIST");
    server.send("SLOWLOG", "LEN");
    server.send("AUTH", "secret");
    server.send("AUTH", "user", "secret");
    server.send("HELLO", 2, "AUTH", "user", "secret");
    server.send("PING");
    expect(
        monitor,
        "[0] \"AUTH\" \"(redacted)\"",
        "[0] \"AUTH\" \"(redacted)\" \"(redacted)\"",
        "[0] \"HELLO\" \"2\" \"AUTH\" \"(redacted)\" \"(redacted)\"",
        "[0] \"PING\"");
  }

  @Test
  void showsATransactionWhenItRuns(TestServer server) {
    TestConnection monitor = monitor(server);
    server.send("MULTI");
    server.send("SET", "a", "x");
    server.send("SELECT", 2);
    server.send("INCR", "b");
    server.send("EXEC");
    server.send("MULTI");
    server.send("SET", "a", "x");
    server.send("DISCARD");
    server.send("MULTI");
    server.send("NOSUCH").expectErrorStarting("ERR unknown command");
    server.send("EXEC").expectErrorStarting("EXECABORT");
    expect(
        monitor,
        "[0] \"MULTI\"",
        "[0] \"SET\" \"a\" \"x\"",
        "[2] \"SELECT\" \"2\"",
        "[2] \"INCR\" \"b\"",
        "[2] \"EXEC\"",
        "[2] \"MULTI\"",
        "[2] \"DISCARD\"",
        "[2] \"MULTI\"",
        "[2] \"EXEC\"");
  }

  @Test
  void showsAWaitingCommandOnce(TestServer server) {
    TestConnection monitor = monitor(server);
    TestConnection waiting = server.connect();
    waiting.write("BLPOP", "l", 0).flush();
    expect(monitor, "[0] \"BLPOP\" \"l\" \"0\"");
    server.send("RPUSH", "l", "x");
    waiting.read().expectArray("l", "x");
    server.send("PING");
    expect(monitor, "[0] \"RPUSH\" \"l\" \"x\"", "[0] \"PING\"");
  }

  @Test
  void showsItsOwnCommandsBehindTheirReplies(TestServer server) {
    TestConnection monitor = monitor(server);
    monitor.send("PING").expect("PONG");
    expect(monitor, "[0] \"PING\"");
    monitor.send("GET", "a").expectError(NO_KEYS);
    monitor.send("SET", "a", "x").expectError(NO_KEYS);
    monitor.send("BLPOP", "a", 1).expectError(NO_KEYS);
    monitor.send("PUBLISH", "c", "x").expectError(NO_KEYS);
    monitor.send("MULTI").expect("OK");
    expect(monitor, "[0] \"MULTI\"");
    monitor.send("GET", "a").expectError(NO_KEYS);
    monitor.send("EXEC").expectErrorStarting("EXECABORT");
    expect(monitor, "[0] \"EXEC\"");
  }

  @Test
  void answersNothingTheSecondTime(TestServer server) {
    TestConnection monitor = monitor(server);
    monitor.write("MONITOR").send("PING").expect("PONG");
  }

  @Test
  void isNotForTransactions(TestServer server) {
    server.send("MULTI").expect("OK");
    server.send("MONITOR").expect("QUEUED");
    server
        .send("EXEC")
        .expectArray(Expectation.error("ERR MONITOR isn't allowed for DENY BLOCKING client"));
    server.send("SET", "a", "x").expect("OK");
  }

  @Test
  void endsWithReset(TestServer server) {
    TestConnection monitor = monitor(server);
    assertThat(server.send("CLIENT", "LIST").text()).contains(" flags=O ");
    monitor.send("RESET").expect("RESET");
    server.send("SET", "a", "x");
    monitor.send("GET", "a").expectBulk("x");
    assertThat(server.send("CLIENT", "LIST").text()).doesNotContain(" flags=O ");
  }

  @Test
  void endsWithTheConnection(TestServer server) {
    monitor(server).close();
    while (server.send("CLIENT", "LIST").text().contains(" flags=O ")) {
      Thread.onSpinWait();
    }
    server.send("PING").expect("PONG");
  }

  @Test
  void isASimpleStringInBothProtocols(TestServer server) {
    TestConnection monitor = server.resp3();
    monitor.send("MONITOR").expectSimple("OK");
    server.send("PING");
    expect(monitor, "[0] \"PING\"");
  }

  @Test
  void sendsNothingToAClientThatWantsNoReplies(TestServer server) {
    TestConnection silent = server.connect();
    silent.write("CLIENT", "REPLY", "OFF").write("MONITOR").flush();
    while (!server.send("CLIENT", "LIST").text().contains(" flags=O ")) {
      Thread.onSpinWait();
    }
    server.send("PING").expect("PONG");
    silent.write("CLIENT", "REPLY", "ON").read().expectSimple("OK");
    assertThat(line(silent)).isEqualTo("[0] \"CLIENT\" \"REPLY\" \"ON\"");
    silent.send("RESET").expectSimple("RESET");
  }

  @Test
  @JacinthOnly("several loops")
  void showsCommandsOnOneKeyInTheirOrder(TestServer server) {
    TestConnection monitor = monitor(server);
    int clients = 8;
    int rounds = 200;
    List<TestConnection> connections =
        IntStream.range(0, clients).mapToObj(i -> server.connect()).toList();
    IntStream.range(0, clients)
        .parallel()
        .forEach(
            client -> {
              TestConnection connection = connections.get(client);
              for (int i = 0; i < rounds; i++) {
                connection.write("APPEND", "k", (char) ('a' + client));
                connection.write("MSET", "m", i, "n", client);
              }
              IntStream.range(0, 2 * rounds).forEach(i -> connection.read());
            });
    StringBuilder appended = new StringBuilder();
    String lastSet = "";
    for (int i = 0; i < clients * rounds * 2; i++) {
      String line = line(monitor);
      if (line.startsWith("[0] \"APPEND\"")) {
        appended.append(line.charAt(line.length() - 2));
      } else {
        lastSet = line;
      }
    }
    server.send("GET", "k").expectBulk(appended.toString());
    assertThat(lastSet)
        .isEqualTo(
            "[0] \"MSET\" \"m\" \"%s\" \"n\" \"%s\""
                .formatted(server.send("GET", "m").text(), server.send("GET", "n").text()));
  }
}
