package io.jacinth.commands.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Keyspace notifications: the events of every family's commands, as {@code key-events.txt} lists
 * them, and the letters of notify-keyspace-events.
 */
@DualRun
class KeyEventsTest {
  /** A connection that hears every event. */
  private record Listener(TestConnection connection, TestServer server) {
    static Listener of(TestServer server, String letters) {
      server.send("CONFIG", "SET", "notify-keyspace-events", letters).expect("OK");
      TestConnection connection = server.connect();
      connection.send("PSUBSCRIBE", "__key*__:*").expectArray("psubscribe", "__key*__:*", 1);
      return new Listener(connection, server);
    }

    /** What was heard since the last call: channel and message. */
    List<String> heard() {
      server.send("PING").expect("PONG");
      connection.write("PING");
      List<String> heard = new ArrayList<>();
      while (true) {
        List<RespValue> message = connection.read().elements();
        if (message.size() == 2) {
          return heard;
        }
        heard.add(text(message.get(2)) + " " + text(message.get(3)));
      }
    }

    private static String text(RespValue value) {
      return ((BulkString) value).text();
    }
  }

  /** The two messages of each event in a line of the list. */
  private static List<String> expected(String events) {
    List<String> messages = new ArrayList<>();
    for (String event : events.isEmpty() ? new String[0] : events.split(", ", -1)) {
      boolean isElsewhere = event.startsWith("in ");
      String database = isElsewhere ? event.substring(3, event.indexOf(':')) : "0";
      String[] words = event.substring(isElsewhere ? event.indexOf(':') + 2 : 0).split(" ", 2);
      messages.add("__keyspace@" + database + "__:" + words[1] + " " + words[0]);
      messages.add("__keyevent@" + database + "__:" + words[0] + " " + words[1]);
    }
    return messages;
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = KeyEventsTest.class.getResourceAsStream("key-events.txt")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void areThoseOfEveryCommand(TestServer server) throws IOException {
    Listener listener = Listener.of(server, "KEAmn");
    for (String line : lines()) {
      if (line.startsWith("#")) {
        server.send("FLUSHALL").expect("OK");
        continue;
      }
      String[] halves = line.split(" =>", 2);
      Object[] words = halves[0].replace("\"\"", "\0").split(" ", -1);
      for (int i = 0; i < words.length; i++) {
        words[i] = words[i].equals("\0") ? "" : words[i];
      }
      server.send(words);
      assertThat(listener.heard()).as(halves[0]).isEqualTo(expected(halves[1].strip()));
    }
  }

  @Test
  void areChosenByLetters(TestServer server) {
    Listener listener = Listener.of(server, "El");
    server.send("LPUSH", "list", "a").expectInteger(1);
    server.send("SADD", "set", "a").expectInteger(1);
    server.send("DEL", "list").expectInteger(1);
    assertThat(listener.heard()).containsExactly("__keyevent@0__:lpush list");
    server.send("CONFIG", "SET", "notify-keyspace-events", "Kgs").expect("OK");
    server.send("SADD", "set", "b").expectInteger(1);
    server.send("SPOP", "set", "2");
    assertThat(listener.heard())
        .containsExactly(
            "__keyspace@0__:set sadd", "__keyspace@0__:set spop", "__keyspace@0__:set del");
    server.send("CONFIG", "SET", "notify-keyspace-events", "g$").expect("OK");
    server.send("SET", "k", "v").expect("OK");
    assertThat(listener.heard()).isEmpty();
    server.send("CONFIG", "SET", "notify-keyspace-events", "").expect("OK");
    server.send("SET", "k", "v").expect("OK");
    assertThat(listener.heard()).isEmpty();
  }

  @Test
  void comeInTheOrderOfATransaction(TestServer server) {
    Listener listener = Listener.of(server, "EA");
    server.send("MULTI").expect("OK");
    server.send("SET", "k", "1").expect("QUEUED");
    server.send("INCR", "k").expect("QUEUED");
    server.send("DEL", "k").expect("QUEUED");
    server.send("EXEC").expectArray("OK", 2, 1);
    assertThat(listener.heard())
        .containsExactly("__keyevent@0__:set k", "__keyevent@0__:incrby k", "__keyevent@0__:del k");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void tellOfExpiry(TestServer server) {
    Listener listener = Listener.of(server, "Exm");
    server.send("SET", "k", "v", "PX", "100").expect("OK");
    server.send("HSET", "h", "f", "v").expectInteger(1);
    server.advance(Duration.ofMillis(200));
    server.send("GET", "k").expectNil();
    assertThat(listener.heard())
        .containsExactly("__keyevent@0__:expired k", "__keyevent@0__:keymiss k");
  }
}
