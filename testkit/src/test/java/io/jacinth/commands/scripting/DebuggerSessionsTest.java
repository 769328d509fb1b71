package io.jacinth.commands.scripting;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Sessions of the debugger, byte by byte as redis-server 7.0.15 has answered them: {@code >} is
 * what the client sends, {@code <} what comes back.
 */
@DualRun
class DebuggerSessionsTest {
  @Test
  void areAsRecorded(TestServer server) throws IOException {
    for (String session : sessions()) {
      List<String> lines = session.lines().toList();
      server.send("FLUSHALL").expect("OK");
      try (TestConnection client = server.connect()) {
        for (String line : lines.subList(1, lines.size())) {
          play(client, line, lines.get(0));
        }
        client.expectClosed();
      }
    }
  }

  private static void play(TestConnection client, String line, String session) {
    String text = line.substring(2);
    if (line.startsWith(">")) {
      Object[] words =
          List.of(text.split("\t", -1)).stream().map(DebuggerSessionsTest::raw).toArray();
      client.write(words).flush();
    } else {
      assertThat(escaped(client.read().wire())).as(session).isEqualTo(text);
    }
  }

  private static List<String> sessions() throws IOException {
    try (InputStream in = DebuggerSessionsTest.class.getResourceAsStream("debugger-sessions.txt")) {
      String all =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1);
      return List.of(all.substring(2).split("\n= "));
    }
  }

  private static Object raw(String word) {
    return word.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Where functions lie is not compared. */
  private static String escaped(byte[] wire) {
    return new String(wire, StandardCharsets.ISO_8859_1)
        .replaceAll("@0x[0-9a-f]+", "@0x0")
        .replace("\\", "\\\\")
        .replace("\r", "\\r")
        .replace("\n", "\\n")
        .replace("\t", "\\t");
  }

  @Test
  void leavesNothingBehindUnlessInSync(TestServer server) {
    for (String mode : List.of("YES", "SYNC")) {
      server.send("FLUSHALL").expect("OK");
      server.send("RPUSH", "list", "a", "b").expect(2);
      try (TestConnection client = server.connect()) {
        client.send("SCRIPT", "DEBUG", mode).expect("OK");
        client.send("EVAL", "redis.call('SET', 'k', 'v')\nredis.call('DEL', 'list')", 0);
        client.send("redis", "INCR", "n").expectArray("<redis> INCR n", "<reply> 1");
        client.send("continue").expectArray("<endsession>");
        client.read().expectNil();
        client.expectClosed();
      }
      boolean isKept = mode.equals("SYNC");
      server.send("EXISTS", "k", "n").expect(isKept ? 2 : 0);
      server.send("EXISTS", "list").expect(isKept ? 0 : 1);
    }
  }

  @Test
  void goesOnWithoutItsClient(TestServer server) {
    try (TestConnection client = server.connect()) {
      client.send("SCRIPT", "DEBUG", "SYNC").expect("OK");
      client.send("EVAL", "local a = 1\nredis.call('RPUSH', 'went', 'on')", 0);
    }
    server.send("BLPOP", "went", 0);
  }
}
