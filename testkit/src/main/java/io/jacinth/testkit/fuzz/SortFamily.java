package io.jacinth.testkit.fuzz;

import static io.jacinth.testkit.fuzz.ReplyComparison.UNORDERED;

import java.util.List;
import java.util.Set;

/**
 * SORT and SORT_RO, on lists (k), sets (s) and sorted sets (z), by and with strings (w_) and hashes
 * (h_) named after their elements. Where several elements compare equal, or a set is not sorted,
 * their order is each server's own.
 */
final class SortFamily {

  /** Redis 7.0 may refuse the list that it sorts next, too, when it has met one of these. */
  private static final Set<Object> OUT_OF_RANGE = Set.of("1e400", "-1e400", "5e-324");

  private SortFamily() {}

  static Family sort() {
    return new Family(
        "sort",
        List.of(
            dice -> Request.of("RPUSH", dice.key(), dice.some(1, 9, () -> element(dice))),
            dice -> Request.of("SADD", "s" + dice.between(0, 2), dice.some(1, 9, dice::integer)),
            dice ->
                Request.of(
                    "ZADD",
                    "z" + dice.between(0, 2),
                    dice.some(1, 5, () -> List.of(dice.between(-9, 9), dice.between(-50, 50)))),
            dice -> Request.of("SET", "w_" + dice.between(-9, 30), dice.between(-50, 50)),
            dice -> Request.of("HSET", "h_" + dice.between(-9, 30), "f", dice.between(-50, 50)),
            dice -> sorted(dice, dice.key()),
            dice -> sorted(dice, "s" + dice.between(0, 2)).whole(),
            dice -> sorted(dice, "z" + dice.between(0, 2)),
            dice ->
                Request.of("SORT", dice.key(), "BY", "nosort", dice.some(0, 2, () -> rest(dice))),
            dice ->
                Request.of(
                    "SORT", "z" + dice.between(0, 2), "BY", "x", dice.some(0, 2, () -> rest(dice))),
            dice -> Request.of("SORT_RO", "s" + dice.between(0, 2), "BY", "x").compared(UNORDERED),
            dice ->
                Request.of("SORT", dice.key(), "BY", "w_*", "ALPHA", get(dice)).compared(UNORDERED),
            dice -> Request.of("SORT", dice.key(), dice.some(0, 3, () -> option(dice))),
            dice -> Request.of("SET", dice.key(), dice.value()),
            dice -> Request.of("LRANGE", dice.key(), 0, -1),
            dice -> Request.of("DEL", dice.key())),
        List.of(),
        Audit.ofKeys());
  }

  private static Request sorted(Dice dice, Object key) {
    return Request.of(
        dice.oneOf("SORT", "SORT", "SORT_RO"),
        key,
        dice.some(0, 1, () -> List.of("BY", dice.oneOf("w_*", "h_*->f", "*"))),
        dice.some(0, 2, () -> rest(dice)),
        dice.oneIn(4) ? List.of("STORE", dice.key()) : List.of());
  }

  private static Object rest(Dice dice) {
    return switch (dice.between(0, 3)) {
      case 0 -> dice.oneOf("DESC", "asc");
      case 1 -> List.of("LIMIT", dice.integer(), dice.integer());
      default -> get(dice);
    };
  }

  private static Object get(Dice dice) {
    return List.of(
        "GET", dice.oneOf("#", "w_*", "h_*->f", "h_*->g", "h_*->", "h_*", "w_*->f", "x"));
  }

  private static Object option(Dice dice) {
    return dice.oneIn(3)
        ? dice.oneOf("BY", "GET", "LIMIT", "STORE", "x", "ASC")
        : dice.oneOf("ALPHA", "desc", List.of("GET", "#"), List.of("LIMIT", "0", "5"));
  }

  private static Object element(Dice dice) {
    Object element =
        dice.oneIn(30) ? dice.fraction() : dice.oneIn(40) ? dice.value() : dice.between(-30, 30);
    return OUT_OF_RANGE.contains(element) ? element(dice) : element;
  }
}
