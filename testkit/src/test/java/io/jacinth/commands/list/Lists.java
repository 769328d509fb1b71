package io.jacinth.commands.list;

import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.stream.IntStream;

/** What the tests of lists have in common. */
final class Lists {
  private Lists() {}

  /** Adds {@code element:0} and so on at the end of a list. */
  static void fill(TestServer server, String key, int elements) {
    for (int from = 0; from < elements; from += 500) {
      int to = Math.min(from + 500, elements);
      Object[] request = new Object[2 + to - from];
      request[0] = "RPUSH";
      request[1] = key;
      for (int i = from; i < to; i++) {
        request[2 + i - from] = "element:" + i;
      }
      server.send(request).integer();
    }
  }

  /** The elements from one to another, both inclusive, that {@link #fill} adds. */
  static Object[] elements(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "element:" + i).toArray();
  }

  /** Sends a request whose answer is that its time, some milliseconds, is up. */
  static void expectTimeout(TestServer server, Object... request) {
    TestConnection waiting = server.connect().write(request).flush();
    if (server.hasManualClock()) {
      awaitBlocked(server, 1);
      server.advance(Duration.ofSeconds(1));
    }
    waiting.read().expectRaw("*-1\r\n");
  }

  /** Waits until so many clients are blocked. */
  static void awaitBlocked(TestServer server, int clients) {
    String line = "blocked_clients:" + clients + "\r";
    while (!server.send("INFO", "clients").text().contains(line)) {
      Thread.onSpinWait();
    }
  }
}
