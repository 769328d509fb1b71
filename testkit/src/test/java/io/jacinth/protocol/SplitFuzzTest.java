package io.jacinth.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jacinth.client.RespText;
import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import io.jacinth.testkit.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The same requests to a Redis in one piece and to Jacinth in pieces of any size: the replies are
 * the same bytes. Some runs damage a byte; then the replies are the same as far as they come: what
 * is on its way when a server closes may be lost.
 */
class SplitFuzzTest {
  private static final long SEED = 1;
  private static final int RUNS = 120;
  private static final int LONGEST = 150_000;

  /**
   * In a stream that is damaged an argument may become an inline request, and whether one of more
   * than 64 kB is too long depends on how it arrives, in Redis too.
   */
  private static final int LONGEST_LINE = 60_000;

  private static final int TIMEOUT_MILLIS = 30_000;

  /** The message of the last request. */
  private static final String LAST_MESSAGE = "the end of all requests";

  private static final String END = LAST_MESSAGE + "\r\n";

  @Test
  void answersTheSameHoweverItIsSplit() throws IOException {
    assumeTrue(RealRedis.binary().isPresent(), "no redis-server on the PATH");
    try (RunningServer redis = RealRedis.start();
        RunningServer jacinth = JacinthUnderTest.startInRealTime()) {
      long seed = Long.getLong("jacinth.seed", SEED);
      for (int run = 0; run < RUNS; run++) {
        compare(redis, jacinth, seed + run);
      }
    }
  }

  private static void compare(RunningServer redis, RunningServer jacinth, long seed)
      throws IOException {
    Random random = new Random(seed);
    boolean isDamaged = random.nextInt(3) == 0;
    byte[] requests =
        new RequestStream(random, isDamaged ? LONGEST_LINE : LONGEST).bytes(1 + random.nextInt(40));
    if (isDamaged) {
      damage(requests, random);
    }
    Sender whole = new Sender(requests, requests.length, isDamaged, new Random(seed));
    Sender split = new Sender(requests, 1 + random.nextInt(2000), isDamaged, new Random(seed));
    String expected = exchange(redis, whole);
    String actual = exchange(jacinth, split);
    int compared = isDamaged ? Math.min(expected.length(), actual.length()) : expected.length();
    int same = commonLength(expected, actual);
    if (same < compared || (!isDamaged && actual.length() > compared)) {
      fail(
          "-Djacinth.seed=%d: after %d bytes of replies Redis goes on with %s and Jacinth with %s",
          seed, same, excerpt(expected, same), excerpt(actual, same));
    }
  }

  private static int commonLength(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return length;
  }

  private static String excerpt(String replies, int from) {
    return RespText.quote(
        replies.substring(from, Math.min(from + 100, replies.length())).getBytes(ISO_8859_1));
  }

  /** Puts another visible byte in the place of one in the frame around the arguments. */
  private static void damage(byte[] requests, Random random) {
    for (int attempt = 0; attempt < 1000; attempt++) {
      int at = random.nextInt(requests.length);
      if ("*$\r\n".indexOf(requests[at]) >= 0) {
        requests[at] = (byte) "*$:x7-\r\n".charAt(random.nextInt(8));
        return;
      }
    }
  }

  /** Sends requests and reads replies up to that of the last one, or to the end. */
  private static String exchange(RunningServer server, Sender sender) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(server.address());
      Thread writer = Thread.ofVirtual().start(() -> sender.send(socket));
      StringBuilder replies = new StringBuilder();
      read(socket.getInputStream(), replies);
      socket.close();
      join(writer);
      return replies.toString();
    }
  }

  /**
   * Sends requests in pieces up to a size.
   *
   * @param endsOutput afterwards, so that a server that waits for more gives up; replies that are
   *     still to be sent may then be lost
   */
  private record Sender(byte[] requests, int largestPiece, boolean endsOutput, Random random) {
    void send(Socket socket) {
      try {
        OutputStream out = socket.getOutputStream();
        for (int at = 0; at < requests.length; ) {
          int piece = Math.min(1 + random.nextInt(largestPiece), requests.length - at);
          out.write(requests, at, piece);
          at += piece;
        }
        if (endsOutput) {
          socket.shutdownOutput();
        }
      } catch (IOException closedByTheServer) {
        return;
      }
    }
  }

  /** Reads up to the end, which a server that refuses further bytes makes a reset. */
  private static void read(InputStream in, StringBuilder replies) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    try {
      while (replies.indexOf(END, Math.max(replies.length() - END.length(), 0)) < 0) {
        int n = in.read(buffer);
        if (n < 0) {
          return;
        }
        replies.append(new String(buffer, 0, n, ISO_8859_1));
      }
    } catch (SocketException reset) {
      return;
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Well-formed requests whose replies depend on them alone. */
  private record RequestStream(Random random, int longest) {
    byte[] bytes(int count) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      add(out, "FLUSHALL");
      for (int i = 0; i < count; i++) {
        addRandom(out);
      }
      add(out, "ECHO", LAST_MESSAGE);
      return out.toByteArray();
    }

    private void addRandom(ByteArrayOutputStream out) {
      String key = "k" + random.nextInt(4);
      switch (random.nextInt(9)) {
        case 0 -> add(out, "SET", key, text(random.nextInt(40)));
        case 1 -> add(out, "APPEND", key, text(random.nextInt(3000)));
        case 2 -> add(out, "GET", key);
        case 3 -> add(out, "ECHO", text(random.nextInt(longest)));
        case 4 -> add(out, "MGET", "k0", "k1", "k2", "k3", "nosuch");
        case 5 ->
            out.writeBytes(("ECHO \"" + text(random.nextInt(50)) + "\"\r\n").getBytes(ISO_8859_1));
        case 6 -> out.writeBytes("\r\n*0\r\nPING\r\n".getBytes(ISO_8859_1));
        case 7 -> add(out, "NOSUCH", text(5), "");
        default -> add(out, "STRLEN", key, text(random.nextInt(2)));
      }
    }

    private static void add(ByteArrayOutputStream out, String... words) {
      StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
      for (String word : words) {
        request.append('$').append(word.length()).append("\r\n").append(word).append("\r\n");
      }
      out.writeBytes(request.toString().getBytes(ISO_8859_1));
    }

    private String text(int length) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < length; i++) {
        text.append((char) ('a' + random.nextInt(26)));
      }
      return text.toString();
    }
  }
}
