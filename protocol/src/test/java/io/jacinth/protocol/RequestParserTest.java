package io.jacinth.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parser against requests that are split anywhere, corrupted, or broken in known ways. */
class RequestParserTest {
  private static final long SEED = 20_260_000L;

  /** Feeds bytes in pieces, as a connection does, and collects the requests until an error. */
  private static final class Feeder {
    private final RequestParser parser = new RequestParser();
    private final Arena arena = Arena.ofAuto();
    private final List<List<String>> requests = new ArrayList<>();
    private final Slice view = new Slice();
    private final RandomGenerator rewinding = new SplittableRandom(SEED);
    private MemorySegment buffer = arena.allocate(RequestParser.SLACK);
    private int used;
    private boolean isBroken;

    Feeder() {
      parser.reset(buffer, 0, 0);
    }

    void feed(byte[] bytes, int from, int to) {
      int start = parser.requestStart();
      int kept = used - start;
      MemorySegment grown = arena.allocate(kept + (to - from) + RequestParser.SLACK);
      MemorySegment.copy(buffer, start, grown, 0, kept);
      parser.beginBatch();
      parser.moveTo(grown, 0);
      MemorySegment.copy(bytes, from, grown, ValueLayout.JAVA_BYTE, kept, to - from);
      buffer = grown;
      used = kept + to - from;
      parser.extendTo(used);
      parse();
    }

    private void parse() {
      int result = RequestParser.REQUEST;
      while (result == RequestParser.REQUEST || result == RequestParser.BATCH_END) {
        parser.beginBatch();
        result = RequestParser.NOTHING;
        while (parser.requests() < RequestParser.MAX_BATCH
            && (result == RequestParser.NOTHING || result == RequestParser.REQUEST)) {
          result = parser.next();
        }
        if (parser.requests() > 1 && rewinding.nextInt(4) == 0) {
          int done = 1 + rewinding.nextInt(parser.requests() - 1);
          collect(done);
          parser.rewindTo(done);
          result = RequestParser.REQUEST;
        } else {
          collect(parser.requests());
        }
      }
      isBroken = result == RequestParser.ERROR;
    }

    private void collect(int count) {
      for (int i = 0; i < count; i++) {
        parser.select(i);
        List<String> words = new ArrayList<>();
        for (int j = 0; j < parser.count(); j++) {
          words.add(parser.argument(j, view).toString());
        }
        requests.add(words);
      }
    }
  }

  private static Feeder feedAtOnce(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    Feeder feeder = new Feeder();
    feeder.feed(bytes, 0, bytes.length);
    return feeder;
  }

  private static byte[] encode(List<List<String>> requests, RandomGenerator random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (List<String> words : requests) {
      boolean isInline =
          random.nextInt(5) == 0 && words.stream().allMatch(word -> word.matches("[a-z0-9]+"));
      out.writeBytes(
          (isInline ? String.join(" ", words) + "\r\n" : array(words))
              .getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toByteArray();
  }

  private static String array(List<String> words) {
    StringBuilder text = new StringBuilder("*" + words.size() + "\r\n");
    words.forEach(word -> text.append('$').append(word.length()).append("\r\n" + word + "\r\n"));
    return text.toString();
  }

  private static List<List<String>> randomRequests(RandomGenerator random) {
    List<List<String>> requests = new ArrayList<>();
    int count = random.nextInt(1, 80);
    for (int i = 0; i < count; i++) {
      List<String> words = new ArrayList<>();
      int size = random.nextInt(20) == 0 ? random.nextInt(1, 300) : random.nextInt(1, 5);
      for (int j = 0; j < size; j++) {
        words.add(randomWord(random));
      }
      requests.add(words);
    }
    return requests;
  }

  private static String randomWord(RandomGenerator random) {
    int length = random.nextInt(30) == 0 ? random.nextInt(3000) : random.nextInt(1, 12);
    boolean isPlain = random.nextBoolean();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append((char) (isPlain ? 'a' + random.nextInt(26) : random.nextInt(256)));
    }
    return word.toString();
  }

  @Test
  void findsTheSameRequestsHoweverTheyAreSplit() {
    System.out.println("RequestParserTest seed " + SEED);
    RandomGenerator random = new SplittableRandom(SEED);
    for (int round = 0; round < 300; round++) {
      List<List<String>> requests = randomRequests(random);
      byte[] bytes = encode(requests, random);
      Feeder feeder = new Feeder();
      for (int at = 0; at < bytes.length; ) {
        int next =
            Math.min(bytes.length, at + 1 + random.nextInt(random.nextInt(4) == 0 ? 5000 : 9));
        feeder.feed(bytes, at, next);
        at = next;
      }
      assertThat(feeder.isBroken).isFalse();
      assertThat(feeder.requests).as("round " + round).isEqualTo(requests);
    }
  }

  @Test
  void corruptedBytesNeverDoMoreThanBreakTheConnection() {
    RandomGenerator random = new SplittableRandom(SEED + 1);
    int broken = 0;
    for (int round = 0; round < 3000; round++) {
      byte[] bytes = encode(randomRequests(random), random);
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Feeder feeder = new Feeder();
      for (int at = 0; at < bytes.length && !feeder.isBroken; ) {
        int next = Math.min(bytes.length, at + 1 + random.nextInt(200));
        feeder.feed(bytes, at, next);
        at = next;
      }
      broken += feeder.isBroken ? 1 : 0;
      if (feeder.isBroken) {
        assertThat(feeder.parser.error()).startsWith("Protocol error: ");
      }
    }
    assertThat(broken).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*x~             | invalid multibulk length",
        "*99999999999~   | invalid multibulk length",
        "*1~+3~          | expected '$', got '+'",
        "*1~$-1~         | invalid bulk length",
        "*1~$x~          | invalid bulk length",
        "*1~$999999999999~ | invalid bulk length",
        "SET \"a~        | unbalanced quotes in request",
        "SET 'a'b~       | unbalanced quotes in request",
      })
  void breachesAreNamedAsInRedis(String request, String error) {
    Feeder feeder = feedAtOnce(request.strip().replace("~", "\r\n"));
    assertThat(feeder.isBroken).isTrue();
    assertThat(feeder.parser.error()).isEqualTo("Protocol error: " + error);
  }

  @Test
  void whatIsTooLongIsRefusedBeforeItIsComplete() {
    assertThat(feedAtOnce("a".repeat(70_000)).parser.error())
        .isEqualTo("Protocol error: too big inline request");
    assertThat(feedAtOnce("*" + "1".repeat(70_000)).parser.error())
        .isEqualTo("Protocol error: too big mbulk count string");
    assertThat(feedAtOnce("*1\r\n$" + "1".repeat(70_000)).parser.error())
        .isEqualTo("Protocol error: too big bulk count string");
  }

  @Test
  void inlineRequestsKnowQuotesAndEscapes() {
    assertThat(feedAtOnce("SET k \"a\\x41\\n\\\"\" 'b\\'c' \"\"\r\n").requests)
        .containsExactly(List.of("SET", "k", "aA\n\"", "b'c", ""));
    assertThat(feedAtOnce("\r\n   \r\n*0\r\n*-1\r\nPING\n").requests)
        .containsExactly(List.of("PING"));
  }

  @Test
  void aClientThatHasNotLoggedInHasSmallLimits() {
    Feeder feeder = new Feeder();
    feeder.parser.limits(false, 1 << 20);
    byte[] bytes = "*11\r\n".getBytes(StandardCharsets.US_ASCII);
    feeder.feed(bytes, 0, bytes.length);
    assertThat(feeder.parser.error()).isEqualTo("Protocol error: unauthenticated multibulk length");

    Feeder second = new Feeder();
    second.parser.limits(false, 1 << 20);
    byte[] bulk = "*1\r\n$16385\r\n".getBytes(StandardCharsets.US_ASCII);
    second.feed(bulk, 0, bulk.length);
    assertThat(second.parser.error()).isEqualTo("Protocol error: unauthenticated bulk length");
  }

  @Test
  void whatIsUnreadEndsWithTheArgument() {
    assertThat(feedAtOnce("*2\r\n$3\r\nGET\r\n$100\r\nabc").parser.unread()).isEqualTo(3);
    assertThat(feedAtOnce("*2\r\n$3\r\nGET\r\n$1").parser.unread()).isEqualTo(2);
  }

  @Test
  void aLargeArgumentAnnouncesHowMuchRoomItNeeds() {
    Feeder feeder = feedAtOnce("*2\r\n$3\r\nGET\r\n$1000000\r\nabc");
    assertThat(feeder.parser.bytesExpected()).isEqualTo(4 + 9 + 10 + 1_000_000 + 2);
  }
}
