package io.jacinth.testkit.fuzz;

import static io.jacinth.testkit.fuzz.ReplyComparison.SAME_TYPE;
import static io.jacinth.testkit.fuzz.ReplyComparison.UNORDERED;
import static io.jacinth.testkit.fuzz.ReplyComparison.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The families, one table each: what a command is mostly given, and {@link Dice} sees to the odd
 * cases.
 *
 * <p>No deadline lies in the next minutes and DBSIZE is not asked: when a key that has expired is
 * removed, and counted no more, is each server's own affair. SCAN ends by asking for more keys than
 * there are: where it pauses is a secret, too. No offset lies between a few kilobytes and the limit
 * of 512 MB.
 */
public final class Families {

  private static final ReplyComparison SECONDS = within(5);
  private static final ReplyComparison MILLIS = within(5_000);

  /** In the year 3021. */
  private static final long FAR_UNIX_SECONDS = 33_177_117_420L;

  private Families() {}

  public static List<Family> all() {
    return List.of(strings(), fractions(), keys());
  }

  /** The string commands. */
  public static Family strings() {
    return new Family(
        "strings",
        List.of(
            dice -> Request.of("SET", dice.key(), dice.value()),
            dice ->
                Request.of("SET", dice.key(), dice.value(), dice.some(1, 3, () -> setOption(dice))),
            dice -> Request.of("SETNX", dice.key(), dice.value()),
            dice -> Request.of("SETEX", dice.key(), seconds(dice), dice.value()),
            dice -> Request.of("PSETEX", dice.key(), millis(dice), dice.value()),
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
        audit());
  }

  /** INCRBYFLOAT, on sums that show every digit. */
  public static Family fractions() {
    return new Family(
        "fractions",
        List.of(
            dice -> Request.of("INCRBYFLOAT", dice.key(), dice.fraction()),
            dice ->
                Request.of(
                    "INCRBYFLOAT", dice.key(), dice.between(-99, 99) + "e" + dice.between(-9, 9)),
            dice -> Request.of("SET", dice.key(), dice.fraction()),
            dice -> Request.of("SET", dice.key(), dice.integer()),
            dice -> Request.of("INCRBY", dice.key(), dice.integer()),
            dice -> Request.of("GET", dice.key())),
        List.of(),
        audit());
  }

  /** The commands on keys of any type, over four databases. */
  public static Family keys() {
    return new Family(
        "keys",
        List.of(
            dice -> Request.of("SET", dice.key(), dice.value()),
            dice -> Request.of("SET", dice.key(), dice.value(), "EX", ahead(dice)),
            dice -> Request.of("MSET", dice.some(1, 4, () -> List.of(dice.key(), dice.value()))),
            dice -> Request.of("GET", dice.key()),
            dice -> Request.of(dice.oneOf("DEL", "UNLINK"), dice.some(1, 3, dice::key)),
            dice -> Request.of(dice.oneOf("EXISTS", "TOUCH"), dice.some(1, 4, dice::key)),
            dice ->
                Request.of(
                    "EXPIRE", dice.key(), seconds(dice), dice.some(0, 2, () -> condition(dice))),
            dice ->
                Request.of(
                    "PEXPIRE", dice.key(), millis(dice), dice.some(0, 2, () -> condition(dice))),
            dice ->
                Request.of(
                    "EXPIREAT",
                    dice.key(),
                    unixSeconds(dice),
                    dice.some(0, 2, () -> condition(dice))),
            dice ->
                Request.of(
                    "PEXPIREAT",
                    dice.key(),
                    unixMillis(dice),
                    dice.some(0, 2, () -> condition(dice))),
            dice -> Request.of("TTL", dice.key()).compared(SECONDS),
            dice -> Request.of("PTTL", dice.key()).compared(MILLIS),
            dice -> Request.of("EXPIRETIME", dice.key()).compared(SECONDS),
            dice -> Request.of("PEXPIRETIME", dice.key()).compared(MILLIS),
            dice -> Request.of("PERSIST", dice.key()),
            dice -> Request.of("TYPE", dice.key()),
            dice -> Request.of("OBJECT", "ENCODING", dice.key()),
            dice -> Request.of("RENAME", dice.key(), dice.key()),
            dice -> Request.of("RENAMENX", dice.key(), dice.key()),
            dice ->
                Request.of("COPY", dice.key(), dice.key(), dice.some(0, 2, () -> copyOption(dice))),
            dice -> Request.of("MOVE", dice.key(), database(dice)),
            dice -> Request.of("KEYS", pattern(dice)).compared(UNORDERED),
            dice ->
                Request.of("SCAN", "0", dice.some(0, 2, () -> scanOption(dice)), "COUNT", "1000")
                    .compared(UNORDERED),
            dice -> Request.of("RANDOMKEY").compared(SAME_TYPE),
            dice -> Request.of("SELECT", database(dice)),
            dice -> Request.of("ECHO", dice.value())),
        List.of(
            dice -> Request.of("SWAPDB", database(dice), database(dice)),
            dice -> Request.of("FLUSHDB", dice.oneOf("ASYNC", "SYNC", "x")),
            dice -> Request.of("FLUSHALL")),
        audit());
  }

  private static List<Request> audit() {
    return IntStream.range(0, 8)
        .mapToObj(number -> "k" + number)
        .flatMap(
            key ->
                Stream.of(
                    Request.of("GET", key),
                    Request.of("OBJECT", "ENCODING", key),
                    Request.of("PTTL", key).compared(MILLIS)))
        .toList();
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
      case 0 -> List.of("EX", seconds(dice));
      case 1 -> List.of("px", millis(dice));
      case 2 -> List.of("EXAT", unixSeconds(dice));
      case 3 -> List.of("PXAT", unixMillis(dice));
      case 4 -> dice.oneOf("EX", "PX", "EXAT", "PXAT");
      default -> "PERSIST";
    };
  }

  private static Object seconds(Dice dice) {
    return dice.oneIn(4) ? dice.oneOf("-1", "0", "5000000000", farOrOdd(dice)) : ahead(dice);
  }

  private static Object millis(Dice dice) {
    return dice.oneIn(4) ? dice.oneOf("-1", "0", farOrOdd(dice)) : ahead(dice) * 1_000;
  }

  private static Object unixSeconds(Dice dice) {
    return dice.oneIn(4)
        ? dice.oneOf("-1", "0", "1", "1000000000", farOrOdd(dice))
        : FAR_UNIX_SECONDS + ahead(dice);
  }

  private static Object unixMillis(Dice dice) {
    return dice.oneIn(4)
        ? dice.oneOf("-1", "0", "1", "1000000000000", farOrOdd(dice))
        : (FAR_UNIX_SECONDS + ahead(dice)) * 1_000;
  }

  /**
   * Seconds, no two alike nor close to each other: which is later must not depend on the time
   * between two commands.
   */
  private static long ahead(Dice dice) {
    return 1_000 + 100 * dice.unique();
  }

  private static String farOrOdd(Dice dice) {
    return dice.oneOf(
        "9223372036854775807", "9223372036854775", "-9223372036854775808", "x", "1.5", "");
  }

  private static Object lcsOption(Dice dice) {
    return switch (dice.between(0, 4)) {
      case 0 -> "LEN";
      case 1, 2 -> "IDX";
      case 3 -> List.of("MINMATCHLEN", dice.integer());
      default -> dice.oneOf("withmatchlen", "MINMATCHLEN", "x");
    };
  }

  private static String condition(Dice dice) {
    return dice.oneOf("NX", "XX", "GT", "lt", dice.oneIn(5) ? "EX" : "GT");
  }

  private static Object copyOption(Dice dice) {
    return dice.oneIn(2)
        ? List.of("DB", database(dice))
        : dice.oneOf("REPLACE", "replace", "DB", "x");
  }

  private static Object scanOption(Dice dice) {
    return switch (dice.between(0, 3)) {
      case 0 -> List.of("TYPE", dice.oneOf("string", "STRING", "list", "x"));
      case 1, 2 -> List.of("MATCH", pattern(dice));
      default -> dice.oneOf("COUNT", List.of("COUNT", dice.integer()), "x");
    };
  }

  private static String database(Dice dice) {
    return dice.oneIn(10) ? dice.integer() : Integer.toString(dice.between(0, 3));
  }

  private static String pattern(Dice dice) {
    return dice.oneOf(
        "*", "k*", "k?", "k[0-3]", "k[^0-3]", "?", "*1*", "k[3-0]", "\\k1", "k[", "k[]", "",
        "{tag}*", "[k]1", "k[\\1]", "**1", "k1\\", "a b", "[a-", "k[1-]");
  }
}
