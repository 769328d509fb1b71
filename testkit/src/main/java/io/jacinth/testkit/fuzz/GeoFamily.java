package io.jacinth.testkit.fuzz;

import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.client.RespValue.DoubleValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The commands on points of the Earth: clusters of points, some of them at one place, others around
 * the map's edges and the poles; areas of every size.
 */
final class GeoFamily {
  private static final List<String> EDGES =
      List.of(
          "0",
          "180",
          "-180",
          "179.9999999",
          "85.05112878",
          "-85.05112878",
          "85.06",
          "181",
          "90",
          "-0.00000001",
          "66.1",
          "80.1",
          "-80.1",
          "66",
          "1e1",
          "1e400",
          "nan",
          "inf",
          "x",
          "");

  /** By so much the sines of two libraries make a distance differ. */
  private static final double PRECISION = 2e-15;

  private static final Pattern FRACTION = Pattern.compile("[0-9.]+(e-[0-9]+)?");

  /**
   * Distances that are stored are seen in full: Redis 7.0 writes 17 digits of them, 7.2 as few as
   * will do, and the last bit is that of the C library's sines.
   */
  private static final ReplyComparison SCORES =
      (left, right) ->
          Arrays.equals(left, right) || same(RespValue.parse(left), RespValue.parse(right));

  private GeoFamily() {}

  private static boolean same(RespValue left, RespValue right) {
    if (left instanceof ArrayValue(List<RespValue> ours)
        && right instanceof ArrayValue(List<RespValue> theirs)) {
      return ours.size() == theirs.size()
          && IntStream.range(0, ours.size()).allMatch(i -> same(ours.get(i), theirs.get(i)));
    }
    return left.equals(right) || isClose(fraction(left), fraction(right));
  }

  private static boolean isClose(double left, double right) {
    return Math.abs(left - right) <= right * PRECISION;
  }

  /** The number that a value is or spells, not a number where it is no fraction. */
  private static double fraction(RespValue value) {
    String text =
        switch (value) {
          case DoubleValue number -> number.text();
          case BulkString string -> string.text();
          default -> "";
        };
    return text.contains(".") && FRACTION.matcher(text).matches()
        ? Double.parseDouble(text)
        : Double.NaN;
  }

  static Family points() {
    return new Family(
        "geo",
        List.of(
            GeoFamily::add,
            GeoFamily::add,
            GeoFamily::add,
            dice ->
                Request.of(
                    "GEODIST",
                    key(dice),
                    member(dice),
                    member(dice),
                    dice.some(0, 1, () -> unit(dice))),
            dice -> Request.of("GEOPOS", key(dice), dice.some(0, 4, () -> member(dice))),
            dice -> Request.of("GEOHASH", key(dice), dice.some(0, 4, () -> member(dice))),
            dice -> search("GEOSEARCH", dice, dice.some(0, 4, () -> option(dice))),
            dice -> search("GEOSEARCH", dice, dice.some(0, 4, () -> option(dice))),
            dice -> search("GEOSEARCH", dice, dice.some(0, 2, () -> option(dice))),
            dice -> search("GEOSEARCHSTORE", dice, dice.some(0, 3, () -> storeOption(dice))),
            dice ->
                Request.of(
                    dice.oneOf("GEORADIUS", "GEORADIUS_RO"),
                    key(dice),
                    point(dice),
                    length(dice),
                    dice.some(0, 4, () -> radiusOption(dice))),
            dice ->
                Request.of(
                    dice.oneOf("GEORADIUSBYMEMBER", "GEORADIUSBYMEMBER_RO"),
                    key(dice),
                    member(dice),
                    length(dice),
                    dice.some(0, 4, () -> radiusOption(dice))),
            dice -> Request.of("ZRANGE", key(dice), 0, -1, "WITHSCORES").compared(SCORES),
            dice -> Request.of("ZREM", key(dice), dice.some(1, 3, () -> member(dice))),
            dice ->
                Request.of("OBJECT", "ENCODING", key(dice)).compared(ReplyComparison.SET_ENCODING)),
        List.of(
            dice -> Request.of("SET", key(dice), "text"),
            dice ->
                Request.of(
                    "ZADD", key(dice), dice.oneOf("-1", "inf", "-inf", "1e17", ".5"), member(dice)),
            dice -> Request.of("DEL", key(dice)),
            dice ->
                Request.of("CONFIG", "SET", "zset-max-listpack-entries", dice.oneOf(4, 16, 128))),
        Audit.ofSortedSets("k", 0));
  }

  private static Request add(Dice dice) {
    return Request.of(
        "GEOADD",
        key(dice),
        dice.some(0, 1, () -> dice.oneIn(2) ? dice.oneOf("NX", "XX", "CH", "ch", "x") : List.of()),
        dice.some(1, 8, () -> List.of(point(dice), member(dice))));
  }

  private static Request search(String command, Dice dice, List<Object> options) {
    return Request.of(
        command,
        command.equals("GEOSEARCH") ? key(dice) : List.of(key(dice), key(dice)),
        dice.oneIn(2) ? List.of("FROMMEMBER", member(dice)) : List.of("FROMLONLAT", point(dice)),
        dice.oneIn(2)
            ? List.of("BYRADIUS", length(dice))
            : List.of("BYBOX", size(dice), length(dice)),
        options);
  }

  private static Object key(Dice dice) {
    return dice.oneIn(40) ? dice.key() : "k" + dice.between(0, 4);
  }

  private static Object member(Dice dice) {
    return switch (dice.between(0, 19)) {
      case 0 -> dice.oneOf("", "x".repeat(65), "-7");
      case 1, 2 -> dice.between(0, 9);
      default -> "m" + dice.between(0, 60);
    };
  }

  /** Longitude and latitude. */
  private static List<Object> point(Dice dice) {
    return switch (dice.between(0, 11)) {
      case 0 -> List.of(dice.oneOf(EDGES), dice.oneOf(EDGES));
      case 1, 2 -> List.of(number(dice, 180), number(dice, 85));
      case 3 -> List.of(dice.between(-180, 180), dice.between(-85, 85));
      case 4 -> List.of(number(dice, 180), dice.oneOf("83.", "-84.") + dice.between(0, 999));
      case 5 -> List.of(dice.oneOf("179.", "-179.") + dice.between(0, 999), number(dice, 5));
      case 6, 7 -> List.of("13." + dice.between(0, 9), "38." + dice.between(0, 9));
      case 8 -> List.of("13.361389", "38.115556");
      default -> List.of("13.36" + dice.between(0, 9999), "38.11" + dice.between(0, 9999));
    };
  }

  private static String number(Dice dice, int limit) {
    return dice.between(1 - limit, limit - 1) + "." + dice.between(0, 999_999);
  }

  /** A number with a unit. */
  private static List<Object> length(Dice dice) {
    return List.of(size(dice), unit(dice));
  }

  private static Object size(Dice dice) {
    return switch (dice.between(0, 11)) {
      case 0 -> dice.oneOf("-1", "x", "", "inf", "1e300", "nan", "0", "0.001", "1e-300");
      case 1, 2, 3 -> dice.between(0, 9) + "." + dice.between(0, 99);
      case 4, 5 -> dice.between(0, 50_000);
      default -> dice.between(0, 300);
    };
  }

  private static String unit(Dice dice) {
    return dice.oneIn(20)
        ? dice.oneOf("x", "", "mm")
        : dice.oneOf("m", "km", "ft", "mi", "KM", "km");
  }

  private static Object option(Dice dice) {
    return switch (dice.between(0, 11)) {
      case 0 -> dice.oneOf("ANY", "x", "COUNT", "STORE", "STOREDIST", "FROMMEMBER", "BYBOX");
      case 1, 2, 3 -> List.of("COUNT", dice.oneIn(8) ? dice.integer() : dice.between(1, 20));
      case 4, 5 -> List.of("COUNT", dice.between(1, 20), "ANY");
      case 6, 7 -> dice.oneOf("ASC", "DESC", "desc");
      default -> {
        String word = dice.oneOf("WITHCOORD", "WITHDIST", "WITHHASH");
        yield dice.oneIn(5) ? word.toLowerCase(Locale.ROOT) : word;
      }
    };
  }

  private static Object storeOption(Dice dice) {
    return dice.oneIn(3) ? "STOREDIST" : dice.oneIn(2) ? option(dice) : dice.oneOf("ASC", "DESC");
  }

  private static Object radiusOption(Dice dice) {
    return dice.oneIn(4)
        ? List.of(dice.oneOf("STORE", "STOREDIST", "store"), key(dice))
        : option(dice);
  }
}
