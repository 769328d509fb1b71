package io.jacinth.testkit.fuzz;

import static io.jacinth.testkit.fuzz.ReplyComparison.SAME_TYPE;
import static io.jacinth.testkit.fuzz.ReplyComparison.UNORDERED;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The set commands, on sets of every form: integers, packed, tables. What chance draws is only
 * taken away where it is all there is, so that both servers go on with the same sets.
 */
final class SetFamilies {

  private SetFamilies() {}

  static Family sets() {
    return new Family(
        "sets",
        List.of(
            dice -> Request.of("SADD", dice.key(), dice.some(1, 4, () -> member(dice))),
            dice -> Request.of("SADD", dice.key(), dice.some(1, 6, dice::integer)),
            dice -> Request.of("SADD", dice.key(), many(dice)),
            dice -> Request.of("SREM", dice.key(), dice.some(1, 4, () -> member(dice))),
            dice -> Request.of("SREM", dice.key(), many(dice)),
            dice -> Request.of("SCARD", dice.key()),
            dice -> Request.of("SISMEMBER", dice.key(), member(dice)),
            dice -> Request.of("SMISMEMBER", dice.key(), dice.some(1, 4, () -> member(dice))),
            dice -> Request.of("SMEMBERS", dice.key()).compared(UNORDERED),
            dice -> Request.of("SMOVE", dice.key(), dice.key(), member(dice)),
            dice ->
                Request.of(dice.oneOf("SINTER", "SUNION", "SDIFF"), dice.some(1, 4, dice::key))
                    .compared(UNORDERED),
            dice ->
                Request.of(
                    dice.oneOf("SINTERSTORE", "SUNIONSTORE", "SDIFFSTORE"),
                    dice.some(1, 4, dice::key)),
            dice ->
                Request.of(
                    "SINTERCARD",
                    dice.oneIn(3) ? dice.integer() : "2",
                    dice.some(1, 3, dice::key),
                    dice.some(0, 1, () -> List.of("LIMIT", dice.integer()))),
            dice -> Request.of("SPOP", dice.key(), 1_000_000).compared(UNORDERED).whole(),
            dice -> Request.of("SPOP", dice.key(), dice.oneOf("0", "-1", "x", "")).whole(),
            dice -> Request.of("SRANDMEMBER", dice.key(), 1_000_000).compared(UNORDERED).whole(),
            dice -> Request.of("SRANDMEMBER", dice.key()).compared(SAME_TYPE),
            dice -> Request.of("SRANDMEMBER", dice.key(), small(dice)).compared(SAME_TYPE),
            dice ->
                Request.of("SSCAN", dice.key(), "0", dice.some(0, 2, () -> scanOption(dice)))
                    .compared(SAME_TYPE),
            dice ->
                Request.of("SSCAN", dice.key(), "0", scanOption(dice), "COUNT", "10000")
                    .compared(UNORDERED)
                    .whole(),
            dice -> Request.of("TYPE", dice.key()),
            dice -> Request.of("RENAME", dice.key(), dice.key()),
            dice -> Request.of("COPY", dice.key(), dice.key(), "REPLACE"),
            dice -> Request.of("SET", dice.key(), dice.value()),
            dice -> Request.of("EXPIRE", dice.key(), Deadlines.ahead(dice)),
            dice -> Request.of("DEL", dice.key())),
        List.of(),
        audit());
  }

  private static Object member(Dice dice) {
    return dice.oneIn(3) ? dice.value() : dice.oneIn(3) ? "m" + dice.between(0, 200) : small(dice);
  }

  private static String small(Dice dice) {
    return dice.oneIn(8) ? Long.toString(dice.unique() * 7_919) : "" + dice.between(-300, 300);
  }

  /** Neighbouring members, enough to go beyond the limits of the packed forms at times. */
  private static List<String> many(Dice dice) {
    String prefix =
        dice.oneOf("", "", "m", "a longer member, so that blocks are of several sizes:");
    int first = dice.between(-100, 600);
    int count = dice.between(1, dice.oneOf(40, 140, 600));
    return IntStream.range(first, first + count).mapToObj(number -> prefix + number).toList();
  }

  private static Object scanOption(Dice dice) {
    return dice.oneIn(6)
        ? dice.oneOf("COUNT", "x", List.of("COUNT", "0"), List.of("TYPE", "set"))
        : List.of("MATCH", dice.oneOf("*", "m*", "1*", "-?", "[0-9]", "x*", ""));
  }

  private static List<Request> audit() {
    return IntStream.range(0, 8)
        .mapToObj(number -> "k" + number)
        .flatMap(
            key ->
                Stream.of(
                    Request.of("TYPE", key),
                    Request.of("SCARD", key),
                    Request.of("SMEMBERS", key).compared(UNORDERED)))
        .toList();
  }
}
