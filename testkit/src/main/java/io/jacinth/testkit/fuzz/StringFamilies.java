package io.jacinth.testkit.fuzz;

import static io.jacinth.testkit.fuzz.ReplyComparison.within;

import java.util.List;

/**
 * The string commands, in three families: on values of every kind, on long values around the limits
 * at which they are stored otherwise, and on fractions. No offset lies between some ten thousand
 * and the limit of 512 MB.
 */
final class StringFamilies {

  private static final ReplyComparison MILLIS = within(5_000);

  private StringFamilies() {}

  /** The string commands. */
  public static Family strings() {
    return new Family(
        "strings",
        List.of(
            dice -> Request.of("SET", dice.key(), dice.value()),
            dice ->
                Request.of("SET", dice.key(), dice.value(), dice.some(1, 3, () -> setOption(dice))),
            dice -> Request.of("SETNX", dice.key(), dice.value()),
            dice -> Request.of("SETEX", dice.key(), Deadlines.seconds(dice), dice.value()),
            dice -> Request.of("PSETEX", dice.key(), Deadlines.millis(dice), dice.value()),
            dice -> Request.of("GET", dice.key()),
            dice -> Request.of("GETSET", dice.key(), dice.value()),
            dice -> Request.of("GETDEL", dice.key()),
            dice -> Request.of("GETEX", dice.key(), dice.some(0, 2, () -> expiryOption(dice))),
            dice -> Request.of("MGET", dice.some(1, 4, dice::key)),
            dice -> Request.of("MSET", dice.some(1, 3, () -> List.of(dice.key(), dice.value()))),
            dice -> Request.of("MSETNX", dice.some(1, 2, () -> List.of(dice.key(), dice.value()))),
            dice -> Request.of("APPEND", dice.key(), dice.value()),
            dice -> Request.of("STRLEN", dice.key()),
            dice -> Request.of("GETRANGE", dice.key(), dice.integer(), dice.integer()),
            dice -> Request.of("SUBSTR", dice.key(), dice.integer(), dice.integer()),
            dice -> Request.of("SETRANGE", dice.key(), dice.integer(), dice.value()),
            dice -> Request.of("INCR", dice.key()),
            dice -> Request.of("DECR", dice.key()),
            dice -> Request.of("INCRBY", dice.key(), dice.integer()),
            dice -> Request.of("DECRBY", dice.key(), dice.integer()),
            dice -> Request.of("SET", dice.key(), dice.word(12)),
            dice ->
                Request.of("LCS", dice.key(), dice.key(), dice.some(0, 3, () -> lcsOption(dice))),
            dice -> Request.of("OBJECT", "ENCODING", dice.key()),
            dice -> Request.of("PTTL", dice.key()).compared(MILLIS),
            dice -> Request.of("DEL", dice.key())),
        List.of(),
        Audit.ofKeys());
  }

  /**
   * Strings of many lengths, around those at which Jacinth stores them otherwise (255 bytes, 16
   * KB), with deadlines that come and go.
   */
  static Family longStrings() {
    return new Family(
        "long strings",
        List.of(
            dice -> Request.of("SET", dice.key(), longText(dice)),
            dice -> Request.of("SET", dice.key(), longText(dice), "KEEPTTL"),
            dice -> Request.of("SETEX", dice.key(), Deadlines.ahead(dice), longText(dice)),
            dice -> Request.of("GETEX", dice.key(), "PERSIST"),
            dice -> Request.of("GETEX", dice.key(), "EX", Deadlines.ahead(dice)),
            dice -> Request.of("APPEND", dice.key(), longText(dice)),
            dice -> Request.of("APPEND", dice.key(), dice.bytes(dice.between(0, 20))),
            dice -> Request.of("SETRANGE", dice.key(), edge(dice), dice.bytes(dice.between(0, 20))),
            dice -> Request.of("SETRANGE", dice.key(), dice.integer(), longText(dice)),
            dice -> Request.of("SET", dice.key(), dice.value()),
            dice -> Request.of("GETRANGE", dice.key(), edge(dice) - 20, edge(dice)),
            dice -> Request.of("GETRANGE", dice.key(), -dice.between(0, 300), -1),
            dice -> Request.of("STRLEN", dice.key()),
            dice -> Request.of("MSETNX", dice.key(), longText(dice), dice.key(), "x"),
            dice -> Request.of("INCR", dice.key()),
            dice -> Request.of("OBJECT", "ENCODING", dice.key()),
            dice -> Request.of("PTTL", dice.key()).compared(MILLIS),
            dice -> Request.of("GETDEL", dice.key())),
        List.of(
            dice -> Request.of("SETRANGE", dice.key(), 536_870_911 + dice.between(0, 9), "xy"),
            dice -> Request.of("LCS", dice.key(), dice.key(), lcsOption(dice))),
        Audit.ofKeys());
  }

  private static String longText(Dice dice) {
    return dice.word(4) + "abcd".repeat(edge(dice) / 4) + dice.word(4);
  }

  /** A length around a limit. */
  private static int edge(Dice dice) {
    int limit = dice.oneIn(4) ? dice.oneOf(4_096, 16_384, 20_000, 70_000) : dice.oneOf(44, 255);
    return limit + dice.between(-20, 20);
  }

  /** INCRBYFLOAT, on sums that show every digit and on numbers of every form and size. */
  static Family fractions() {
    return new Family(
        "fractions",
        List.of(
            dice -> Request.of("INCRBYFLOAT", dice.key(), dice.fraction()),
            dice ->
                Request.of(
                    "INCRBYFLOAT", dice.key(), dice.between(-99, 99) + "e" + dice.between(-9, 9)),
            dice -> Request.of("INCRBYFLOAT", dice.key(), numeral(dice)),
            dice -> Request.of("SET", dice.key(), numeral(dice)),
            dice -> Request.of("SET", dice.key(), dice.fraction()),
            dice -> Request.of("SET", dice.key(), dice.integer()),
            dice -> Request.of("INCRBY", dice.key(), dice.integer()),
            dice -> Request.of("GET", dice.key())),
        List.of(),
        Audit.ofKeys());
  }

  private static String numeral(Dice dice) {
    String sign = dice.oneOf("", "", "-", "+");
    return switch (dice.between(0, 6)) {
      case 0 -> dice.wildFraction();
      case 1 -> sign + digits(dice, 30) + "." + digits(dice, 25);
      case 2 -> sign + digits(dice, 5) + "." + digits(dice, 5) + "E" + dice.between(-40, 40);
      case 3 -> sign + digits(dice, 3) + "e" + decimalEdge(dice);
      case 4 -> sign + "0X" + hexadecimals(dice) + "." + hexadecimals(dice);
      case 5 -> sign + "0x" + hexadecimals(dice) + "p" + binaryEdge(dice);
      default -> sign + digits(dice, 300) + dice.oneOf("", ".", "e", "x") + digits(dice, 300);
    };
  }

  private static String digits(Dice dice, int most) {
    return String.join("", dice.some(0, most, () -> Integer.toString(dice.between(0, 9))));
  }

  private static String hexadecimals(Dice dice) {
    return String.join("", dice.some(0, 20, () -> Integer.toHexString(dice.between(0, 15))));
  }

  /** A power of ten near the largest or the smallest number, or between. */
  private static int decimalEdge(Dice dice) {
    return dice.oneOf(4_932, -4_932, -4_950, 40, -40) + dice.between(-6, 6);
  }

  private static int binaryEdge(Dice dice) {
    return dice.oneOf(16_384, -16_382, -16_445, 60, -60) + dice.between(-66, 66);
  }

  private static Object setOption(Dice dice) {
    return switch (dice.between(0, 5)) {
      case 0 -> "NX";
      case 1 -> "xx";
      case 2 -> "GET";
      case 3 -> dice.oneOf("KEEPTTL", "PERSIST", "IFX");
      default -> expiryOption(dice);
    };
  }

  private static Object expiryOption(Dice dice) {
    return switch (dice.between(0, 6)) {
      case 0 -> List.of("EX", Deadlines.seconds(dice));
      case 1 -> List.of("px", Deadlines.millis(dice));
      case 2 -> List.of("EXAT", Deadlines.unixSeconds(dice));
      case 3 -> List.of("PXAT", Deadlines.unixMillis(dice));
      case 4 -> dice.oneOf("EX", "PX", "EXAT", "PXAT");
      default -> "PERSIST";
    };
  }

  private static Object lcsOption(Dice dice) {
    return switch (dice.between(0, 4)) {
      case 0 -> "LEN";
      case 1, 2 -> "IDX";
      case 3 -> List.of("MINMATCHLEN", dice.integer());
      default -> dice.oneOf("withmatchlen", "MINMATCHLEN", "x");
    };
  }
}
