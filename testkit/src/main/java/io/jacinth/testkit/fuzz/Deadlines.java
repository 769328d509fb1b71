package io.jacinth.testkit.fuzz;

/**
 * Times to live and deadlines as arguments: mostly far ahead, now and then past, odd or too far.
 */
final class Deadlines {

  /** In the year 3021. */
  private static final long FAR_UNIX_SECONDS = 33_177_117_420L;

  private Deadlines() {}

  static Object seconds(Dice dice) {
    return dice.oneIn(4) ? dice.oneOf("-1", "0", "5000000000", farOrOdd(dice)) : ahead(dice);
  }

  static Object millis(Dice dice) {
    return dice.oneIn(4) ? dice.oneOf("-1", "0", farOrOdd(dice)) : ahead(dice) * 1_000;
  }

  static Object unixSeconds(Dice dice) {
    return dice.oneIn(4)
        ? dice.oneOf("-1", "0", "1", "1000000000", farOrOdd(dice))
        : FAR_UNIX_SECONDS + ahead(dice);
  }

  static Object unixMillis(Dice dice) {
    return dice.oneIn(4)
        ? dice.oneOf("-1", "0", "1", "1000000000000", farOrOdd(dice))
        : (FAR_UNIX_SECONDS + ahead(dice)) * 1_000;
  }

  /**
   * Seconds, no two alike nor close to each other: which is later must not depend on the time
   * between two commands.
   */
  static long ahead(Dice dice) {
    return 1_000 + 100 * dice.unique();
  }

  static String farOrOdd(Dice dice) {
    return dice.oneOf(
        "9223372036854775807", "9223372036854775", "-9223372036854775808", "x", "1.5", "");
  }
}
