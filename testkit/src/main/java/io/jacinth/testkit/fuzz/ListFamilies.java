package io.jacinth.testkit.fuzz;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The list commands, in two families: lists of every kind beside values of other types, and long
 * lists under limits that change, so that nodes of every size are filled, split and united.
 */
final class ListFamilies {
  private ListFamilies() {}

  /** The list commands. */
  static Family lists() {
    return new Family(
        "lists",
        List.of(
            dice -> push(dice, dice.key(), dice.some(1, 4, dice::value)),
            dice -> push(dice, dice.key(), dice.some(1, 4, () -> word(dice))),
            dice -> push(dice, dice.key(), dice.some(1, 30, () -> word(dice))),
            dice ->
                Request.of(
                    dice.oneOf("LPUSHX", "RPUSHX"), dice.key(), dice.some(1, 3, () -> word(dice))),
            dice ->
                Request.of(dice.oneOf("LPOP", "RPOP"), dice.key(), dice.some(0, 1, dice::integer)),
            dice -> Request.of("LRANGE", dice.key(), dice.integer(), dice.integer()),
            dice -> Request.of("LLEN", dice.key()),
            dice -> Request.of("LINDEX", dice.key(), dice.integer()),
            dice -> Request.of("LSET", dice.key(), dice.integer(), dice.value()),
            dice -> insert(dice, dice.key(), dice.value()),
            dice -> Request.of("LREM", dice.key(), few(dice), word(dice)),
            dice -> Request.of("LTRIM", dice.key(), few(dice), trimEnd(dice)),
            dice -> position(dice, dice.key()),
            dice -> Request.of("LMOVE", dice.key(), dice.key(), end(dice), end(dice)),
            dice -> Request.of("RPOPLPUSH", dice.key(), dice.key()),
            dice -> multiPop(dice, "LMPOP"),
            dice ->
                Request.of(
                    dice.oneOf("RPUSH", "LPUSH"),
                    dice.key(),
                    dice.some(1, 40, () -> "y".repeat(dice.between(200, 400)))),
            dice -> Request.of("SET", dice.key(), dice.value()),
            dice -> Request.of("COPY", dice.key(), dice.key(), "REPLACE"),
            dice -> Request.of("RENAME", dice.key(), dice.key()),
            dice -> Request.of("TYPE", dice.key()),
            dice -> Request.of("OBJECT", "ENCODING", dice.key()).compared(ReplyComparison.ENCODING),
            dice -> Request.of("DEL", dice.key())),
        List.of(dice -> Request.of("FLUSHDB")),
        audit(8));
  }

  /** Two keys with long lists, whose nodes hold anything from one element to 64 KB. */
  static Family longLists() {
    return new Family(
        "longLists",
        List.of(
            dice -> push(dice, key(dice), dice.some(1, 60, () -> element(dice))),
            dice -> push(dice, key(dice), dice.some(1, 60, () -> element(dice))),
            dice -> push(dice, key(dice), dice.some(1, 5, () -> element(dice))),
            dice ->
                Request.of(
                    dice.oneOf("LPOP", "RPOP"), key(dice), Integer.toString(dice.between(0, 30))),
            dice -> Request.of("LRANGE", key(dice), index(dice), index(dice)),
            dice -> Request.of("LINDEX", key(dice), index(dice)),
            dice -> Request.of("LSET", key(dice), index(dice), element(dice)),
            dice -> Request.of("LSET", key(dice), index(dice), element(dice)),
            dice -> insert(dice, key(dice), element(dice)),
            dice -> insert(dice, key(dice), element(dice)),
            dice -> insert(dice, key(dice), element(dice)),
            dice -> Request.of("LREM", key(dice), few(dice), word(dice)),
            dice -> position(dice, key(dice)),
            dice -> Request.of("LMOVE", key(dice), key(dice), end(dice), end(dice)),
            dice -> Request.of("LTRIM", key(dice), dice.between(0, 3), "-" + dice.between(1, 20)),
            dice -> Request.of("LLEN", key(dice)),
            dice -> Request.of("COPY", "l0", "l1", "REPLACE"),
            dice -> limit(dice)),
        List.of(dice -> Request.of("DEL", key(dice)), ListFamilies::trim),
        List.of(
            Request.of("LRANGE", "l0", "0", "-1"),
            Request.of("LRANGE", "l1", "0", "-1"),
            Request.of("CONFIG", "SET", "list-max-listpack-size", "-2")));
  }

  private static Request trim(Dice dice) {
    int from = dice.between(0, 400);
    return Request.of("LTRIM", key(dice), from, from + dice.between(0, 100));
  }

  private static Request limit(Dice dice) {
    String size = dice.oneOf("-5", "-2", "-2", "-1", "0", "1", "2", "3", "16", "128", "2000");
    return Request.of("CONFIG", "SET", "list-max-listpack-size", size);
  }

  private static String key(Dice dice) {
    return dice.oneOf("l0", "l1");
  }

  private static Object element(Dice dice) {
    return switch (dice.between(0, 30)) {
      case 0 -> "z".repeat(dice.between(3_000, 9_000));
      case 1 -> "w".repeat(dice.oneOf(4_000, 4_070, 4_096, 8_170, 8_192, 20_000));
      case 2, 3, 4 -> dice.bytes(dice.between(0, 600));
      case 5, 6 -> Integer.toString(dice.between(-70_000, 70_000));
      default -> word(dice);
    };
  }

  private static String word(Dice dice) {
    return dice.oneOf("a", "b", "c", "7", "-300", "70000", "9000000000", "word" + dice.unique());
  }

  private static String index(Dice dice) {
    return dice.oneIn(8) ? dice.integer() : Integer.toString(dice.between(-900, 900));
  }

  private static String few(Dice dice) {
    return dice.oneIn(8) ? dice.integer() : Integer.toString(dice.between(-3, 3));
  }

  /** Redis 7.0 takes the least 64-bit integer, which has no opposite; later versions refuse it. */
  private static String rank(Dice dice) {
    String rank = few(dice);
    return rank.equals(Long.toString(Long.MIN_VALUE)) ? "0" : rank;
  }

  private static String trimEnd(Dice dice) {
    return dice.oneIn(2) ? "-1" : dice.integer();
  }

  private static String end(Dice dice) {
    return dice.oneOf("LEFT", "RIGHT", "left", dice.oneIn(20) ? "UP" : "right");
  }

  private static Request push(Dice dice, Object key, List<?> elements) {
    return Request.of(dice.oneOf("LPUSH", "RPUSH"), key, elements);
  }

  private static Request insert(Dice dice, Object key, Object element) {
    String where = dice.oneOf("BEFORE", "AFTER", "after", dice.oneIn(20) ? "x" : "before");
    return Request.of("LINSERT", key, where, word(dice), element);
  }

  private static Request position(Dice dice, Object key) {
    return Request.of("LPOS", key, word(dice), dice.some(0, 3, () -> positionOption(dice)));
  }

  private static Object positionOption(Dice dice) {
    return switch (dice.between(0, 6)) {
      case 0, 1 -> List.of("RANK", rank(dice));
      case 2, 3 -> List.of("COUNT", few(dice));
      case 4, 5 -> List.of("maxlen", dice.integer());
      default -> dice.oneOf("RANK", "x");
    };
  }

  private static Request multiPop(Dice dice, String name) {
    int keys = dice.between(1, 3);
    return Request.of(
        name,
        dice.oneIn(10) ? dice.integer() : Integer.toString(keys),
        dice.some(keys, keys, dice::key),
        end(dice),
        dice.some(0, 1, () -> List.of("COUNT", dice.integer())));
  }

  private static List<Request> audit(int keys) {
    return IntStream.range(0, keys)
        .mapToObj(number -> "k" + number)
        .flatMap(key -> Stream.of(Request.of("LRANGE", key, "0", "-1"), Request.of("LLEN", key)))
        .toList();
  }
}
