package io.jacinth.testkit.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Seeded chance, and arguments as clients really send them: mostly sound, now and then at or beyond
 * an edge.
 */
public final class Dice {

  private static final List<String> ODD_INTEGERS =
      List.of(
          "0",
          "-0",
          "+1",
          "01",
          " 1",
          "1 ",
          "",
          "-1",
          "1.0",
          "1e3",
          "x",
          "-9223372036854775808",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "4294967296",
          "2147483648",
          "-2147483649",
          "99999999999999999999",
          "--1",
          "0x10",
          "1\n",
          "\u0661");

  private static final List<String> ODD_FLOATS =
      List.of(
          "0",
          "-0",
          "1e400",
          "-1e400",
          "inf",
          "-inf",
          "+inf",
          "infinity",
          "nan",
          "",
          " 1",
          "1 ",
          "1.",
          ".5",
          "1e",
          "0x1p3",
          "5e-324",
          "1.7976931348623157e308",
          "3.0e3",
          "+1.5",
          "--1",
          "x");

  /** A prime; its multiples of another, taken modulo it, go once through all smaller numbers. */
  private static final long PERIOD = 1_000_003;

  private static final long STRIDE = 48_271;

  private final SplittableRandom random;
  private long drawn;

  Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** True once in so many times. */
  public boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** From low to high, both inclusive. */
  public int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  @SafeVarargs
  public final <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** So many arguments of a kind, in a list that {@link Request#of} spreads. */
  public <T> List<T> some(int low, int high, Supplier<T> kind) {
    List<T> list = new ArrayList<>();
    for (int count = between(low, high); count > 0; count--) {
      list.add(kind.get());
    }
    return list;
  }

  /** One of few keys, so that commands meet each other's keys; now and then an odd one. */
  public Object key() {
    return oneIn(50)
        ? oneOf("", "a b", "{tag}k", "k\r\n", new byte[] {0, (byte) 0xff})
        : "k" + between(0, 7);
  }

  /** A number below a million that this run has not drawn before, within its first million. */
  public long unique() {
    drawn++;
    return drawn * STRIDE % PERIOD;
  }

  /** A small integer, an odd one now and then. */
  public String integer() {
    return oneIn(6) ? oneOf(ODD_INTEGERS) : Integer.toString(between(-20, 100));
  }

  /** A decimal fraction with few digits, an odd one now and then. */
  public String fraction() {
    return oneIn(6) ? oneOf(ODD_FLOATS) : between(-500, 500) / 10 + "." + between(0, 99);
  }

  /** A fraction of any size and precision. */
  public String wildFraction() {
    return Double.toString(Double.longBitsToDouble(random.nextLong()));
  }

  /** The value of a string key: a number, text of a length around a limit, bytes of any kind. */
  public Object value() {
    return switch (between(0, 9)) {
      case 0, 1, 2 -> integer();
      case 3 -> fraction();
      case 4 -> "x".repeat(oneOf(0, 1, 7, 8, 20, 43, 44, 45, 63, 64, 100, 255, 256, 1_000, 5_000));
      case 5, 6 -> bytes(between(0, 60));
      case 7 -> oneOf("10000", "9999", "-1", "12345678901234567890", "3.0", "ABCDEFGHIJ");
      default -> "v" + between(0, 30);
    };
  }

  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Text of few different letters, so that two texts have much in common. */
  public String word(int longest) {
    StringBuilder word = new StringBuilder();
    for (int length = between(0, longest); length > 0; length--) {
      word.append((char) ('a' + between(0, 3)));
    }
    return word.toString();
  }

  /** The word as it is, or in letters of another case. */
  public String inAnyCase(String word) {
    if (word.isEmpty()) {
      return word;
    }
    return switch (between(0, 9)) {
      case 0 -> word.toLowerCase(Locale.ROOT);
      case 1 -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
      default -> word;
    };
  }
}
