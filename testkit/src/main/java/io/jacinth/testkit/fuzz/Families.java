package io.jacinth.testkit.fuzz;

import static io.jacinth.testkit.fuzz.ReplyComparison.SAME_TYPE;
import static io.jacinth.testkit.fuzz.ReplyComparison.UNORDERED;
import static io.jacinth.testkit.fuzz.ReplyComparison.within;

import java.util.List;

/**
 * The families, one table each: what a command is mostly given, and {@link Dice} sees to the odd
 * cases. Those of one type are in a file of their own, as {@link StringFamilies}.
 *
 * <p>No deadline lies in the next minutes and DBSIZE is not asked: when a key that has expired is
 * removed, and counted no more, is each server's own affair. SCAN ends by asking for more keys than
 * there are: where it pauses is a secret, too.
 */
public final class Families {

  private static final ReplyComparison SECONDS = within(5);
  private static final ReplyComparison MILLIS = within(5_000);

  private Families() {}

  public static List<Family> all() {
    return List.of(
        StringFamilies.strings(),
        StringFamilies.longStrings(),
        StringFamilies.fractions(),
        BitmapFamily.bitmaps(),
        HyperLogLogFamily.hyperLogLogs(),
        StreamFamilies.streams(),
        StreamFamilies.groups(),
        HashFamilies.hashes(),
        SetFamilies.sets(),
        SortFamily.sort(),
        ZsetFamilies.zsets(),
        ZsetFamilies.lexical(),
        ZsetFamilies.largeZsets(),
        GeoFamily.points(),
        ConnectionFamily.family(),
        ConfigurationFamily.family(),
        ListFamilies.lists(),
        ListFamilies.longLists(),
        keys());
  }

  /** The commands on keys of any type, over four databases. */
  public static Family keys() {
    return new Family(
        "keys",
        List.of(
            dice -> Request.of("SET", dice.key(), dice.value()),
            dice -> Request.of("SET", dice.key(), dice.value(), "EX", Deadlines.ahead(dice)),
            dice -> Request.of("MSET", dice.some(1, 4, () -> List.of(dice.key(), dice.value()))),
            dice -> Request.of("GET", dice.key()),
            dice -> Request.of(dice.oneOf("DEL", "UNLINK"), dice.some(1, 3, dice::key)),
            dice -> Request.of(dice.oneOf("EXISTS", "TOUCH"), dice.some(1, 4, dice::key)),
            dice ->
                Request.of(
                    "EXPIRE",
                    dice.key(),
                    Deadlines.seconds(dice),
                    dice.some(0, 2, () -> condition(dice))),
            dice ->
                Request.of(
                    "PEXPIRE",
                    dice.key(),
                    Deadlines.millis(dice),
                    dice.some(0, 2, () -> condition(dice))),
            dice ->
                Request.of(
                    "EXPIREAT",
                    dice.key(),
                    Deadlines.unixSeconds(dice),
                    dice.some(0, 2, () -> condition(dice))),
            dice ->
                Request.of(
                    "PEXPIREAT",
                    dice.key(),
                    Deadlines.unixMillis(dice),
                    dice.some(0, 2, () -> condition(dice))),
            dice -> Request.of("TTL", dice.key()).compared(SECONDS),
            dice -> Request.of("PTTL", dice.key()).compared(MILLIS),
            dice -> Request.of("EXPIRETIME", dice.key()).compared(SECONDS),
            dice -> Request.of("PEXPIRETIME", dice.key()).compared(MILLIS),
            dice -> Request.of("PERSIST", dice.key()),
            dice -> Request.of("TYPE", dice.key()),
            dice -> Request.of("OBJECT", "ENCODING", dice.key()).compared(ReplyComparison.ENCODING),
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
        Audit.ofKeys());
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
