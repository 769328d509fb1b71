package io.jacinth.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  private static final String ALPHABET = "aAbBz-]^[*?\\\u00e9\u00ff";

  @ParameterizedTest
  @CsvSource(
      nullValues = "NULL",
      value = {
        "*, anything, true",
        "*, '', true",
        "**, '', false",
        "'', '', true",
        "'', a, false",
        "h?llo, hello, true",
        "h?llo, hllo, false",
        "h*llo, heeeello, true",
        "h[ae]llo, hallo, true",
        "h[ae]llo, hillo, false",
        "h[^e]llo, hallo, true",
        "h[^e]llo, hello, false",
        "h[a-b]llo, hbllo, true",
        "h[b-a]llo, hallo, true",
        "h[a-b]llo, hcllo, false",
        "h[ae, ha, true",
        "h[, h, false",
        "[], ], false",
        "[^], x, true",
        "\\*, *, true",
        "\\*, x, false",
        "a\\, a\\, true",
        "[\\]], ], true",
        "a*b*c, aXbYbZc, true",
        "a*b*c, aXbYbZ, false",
        "**?**, x, true",
      })
  void examples(String pattern, String subject, boolean expected) {
    assertThat(Glob.matches(pattern, subject, false)).isEqualTo(expected);
  }

  @Test
  void caseIsIgnoredWhereAsked() {
    assertThat(Glob.matches("MAX*[A-C]", "maxmemory-b", true)).isTrue();
    assertThat(Glob.matches("MAX*", "maxmemory", false)).isFalse();
    assertThat(Glob.matches("[\\A]", "a", true)).isFalse();
  }

  @Test
  void manyStarsTakeNoExponentialTime() {
    String pattern = "a*".repeat(2000) + "b";
    String subject = "a".repeat(20_000);
    Assertions.assertTimeout(
        Duration.ofSeconds(10), () -> assertThat(Glob.matches(pattern, subject, false)).isFalse());
  }

  @Test
  void agreesWithANaiveModel() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 300_000; i++) {
      String pattern = text(random, 8);
      String subject = text(random, 6);
      boolean ignoreCase = random.nextBoolean();
      assertThat(Glob.matches(bytes(pattern), bytes(subject), ignoreCase))
          .as("pattern '%s', subject '%s', seed %d", pattern, subject, seed)
          .isEqualTo(
              subject.isEmpty()
                  ? pattern.isEmpty() || pattern.equals("*")
                  : model(pattern, subject, ignoreCase));
    }
  }

  @Test
  void agreesWithRedis(@TempDir Path folder) throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    try (RealRedis redis = RealRedis.start(folder, "--save", "")) {
      Set<String> keys = new HashSet<>(List.of("", "a", "]", "\\", "*"));
      while (keys.size() < 300) {
        keys.add(text(random, 4));
      }
      for (String key : keys) {
        redis.send("SET", key, "");
      }
      for (int i = 0; i < 3000; i++) {
        String pattern = text(random, 7);
        assertThat(redis.list("KEYS", pattern))
            .as("pattern '%s', seed %d", pattern, seed)
            .containsExactlyInAnyOrderElementsOf(
                keys.stream().filter(key -> Glob.matches(pattern, key, false)).toList());
      }
    }
  }

  private static String text(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(longest + 1); n > 0; n--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The definition, by recursion on the pattern. */
  private static boolean model(String pattern, String subject, boolean ignoreCase) {
    if (pattern.isEmpty()) {
      return subject.isEmpty();
    }
    if (pattern.charAt(0) == '*') {
      return model(pattern.substring(1), subject, ignoreCase)
          || (!subject.isEmpty() && model(pattern, subject.substring(1), ignoreCase));
    }
    if (subject.isEmpty()) {
      return false;
    }
    int end = partEnd(pattern);
    return modelPart(pattern.substring(0, end), (byte) subject.charAt(0), ignoreCase)
        && model(pattern.substring(end), subject.substring(1), ignoreCase);
  }

  private static int partEnd(String pattern) {
    if (pattern.charAt(0) == '\\') {
      return Math.min(2, pattern.length());
    }
    if (pattern.charAt(0) != '[') {
      return 1;
    }
    int i = pattern.startsWith("[^") ? 2 : 1;
    while (i < pattern.length() && pattern.charAt(i) != ']') {
      i += memberLength(pattern.substring(i));
    }
    return Math.min(i + 1, pattern.length());
  }

  private static int memberLength(String rest) {
    if (rest.charAt(0) == '\\' && rest.length() > 1) {
      return 2;
    }
    return rest.length() > 2 && rest.charAt(1) == '-' ? 3 : 1;
  }

  private static boolean modelPart(String part, byte b, boolean ignoreCase) {
    return switch (part.charAt(0)) {
      case '?' -> true;
      case '\\' -> lower(part.charAt(part.length() - 1), ignoreCase) == lower(b, ignoreCase);
      case '[' -> modelClass(part, b, ignoreCase);
      default -> lower(part.charAt(0), ignoreCase) == lower(b, ignoreCase);
    };
  }

  private static boolean modelClass(String part, byte b, boolean ignoreCase) {
    boolean negated = part.startsWith("[^");
    String rest = part.substring(negated ? 2 : 1);
    boolean found = false;
    while (!rest.isEmpty() && rest.charAt(0) != ']') {
      int length = memberLength(rest);
      byte first = (byte) rest.charAt(0);
      byte last = (byte) rest.charAt(length - 1);
      found |=
          switch (length) {
            case 1 -> lower(first, ignoreCase) == lower(b, ignoreCase);
            case 2 -> last == b;
            default ->
                lower(Math.min(first, last), ignoreCase) <= lower(b, ignoreCase)
                    && lower(b, ignoreCase) <= lower(Math.max(first, last), ignoreCase);
          };
      rest = rest.substring(length);
    }
    return found != negated;
  }

  private static int lower(int c, boolean ignoreCase) {
    byte b = (byte) c;
    return ignoreCase && b >= 'A' && b <= 'Z' ? b + 32 : b;
  }

  @Test
  @Timeout(10)
  void takesNoLongerThanPatternTimesSubject() {
    String pattern = "*?".repeat(50_000);
    assertThat(Glob.matches(pattern, "x".repeat(49_999), false)).isFalse();
    assertThat(Glob.matches(pattern, "x".repeat(50_000), false)).isTrue();
    assertThat(Glob.matches("*a".repeat(200) + "b", "a".repeat(20_000), false)).isFalse();
  }
}
