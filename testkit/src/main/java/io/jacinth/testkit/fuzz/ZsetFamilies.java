package io.jacinth.testkit.fuzz;

import static io.jacinth.testkit.fuzz.ReplyComparison.SAME_TYPE;
import static io.jacinth.testkit.fuzz.ReplyComparison.SET_ENCODING;
import static io.jacinth.testkit.fuzz.ReplyComparison.UNORDERED;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The commands on sorted sets. Scores are halves and quarters, large and infinite ones, and sums of
 * these. Ranges by bytes are asked of sets whose members have one score; others have none that is
 * defined.
 */
final class ZsetFamilies {

  /** The same, or both errors: Redis 7.2 takes an argument more. */
  private static final ReplyComparison RANK =
      (left, right) -> Arrays.equals(left, right) || left[0] == '-' && right[0] == '-';

  private ZsetFamilies() {}

  /** Sets of few members, with every option. */
  static Family zsets() {
    return new Family(
        "sorted sets",
        List.<Function<Dice, Request>>of(
                dice ->
                    Request.of(
                        "ZADD",
                        key(dice),
                        dice.some(0, 2, () -> addOption(dice)),
                        dice.some(1, 4, () -> List.of(score(dice), member(dice)))),
                dice ->
                    Request.of(
                        "ZADD",
                        key(dice),
                        dice.some(2, 9, () -> List.of(score(dice), member(dice)))),
                dice -> Request.of("ZINCRBY", key(dice), score(dice), member(dice)),
                dice -> Request.of("ZCARD", key(dice)),
                dice -> Request.of("ZCOUNT", key(dice), bound(dice), bound(dice)),
                dice -> Request.of("ZSCORE", key(dice), member(dice)),
                dice -> Request.of("ZMSCORE", key(dice), dice.some(1, 4, () -> member(dice))),
                dice ->
                    Request.of(dice.oneOf("ZRANK", "ZREVRANK"), key(dice), member(dice))
                        .compared(RANK),
                dice -> Request.of("ZREM", key(dice), dice.some(1, 4, () -> member(dice))),
                dice -> Request.of("ZREMRANGEBYRANK", key(dice), rank(dice), rank(dice)),
                dice -> Request.of("ZREMRANGEBYSCORE", key(dice), bound(dice), bound(dice)),
                dice ->
                    Request.of(
                        "ZRANGE",
                        key(dice),
                        rank(dice),
                        rank(dice),
                        dice.some(0, 2, () -> rangeOption(dice))),
                dice ->
                    Request.of(
                        "ZRANGE",
                        key(dice),
                        bound(dice),
                        bound(dice),
                        "BYSCORE",
                        dice.some(0, 2, () -> rangeOption(dice))),
                dice ->
                    Request.of(
                        dice.oneOf("ZRANGEBYSCORE", "ZREVRANGEBYSCORE"),
                        key(dice),
                        bound(dice),
                        bound(dice),
                        dice.some(0, 2, () -> rangeOption(dice))),
                dice ->
                    Request.of(
                        "ZREVRANGE",
                        key(dice),
                        rank(dice),
                        rank(dice),
                        dice.some(0, 1, () -> rangeOption(dice))),
                dice ->
                    Request.of(
                        "ZRANGESTORE",
                        key(dice),
                        key(dice),
                        bound(dice),
                        bound(dice),
                        dice.some(0, 2, () -> dice.oneOf("BYSCORE", "REV", "x"))),
                dice ->
                    Request.of(
                        dice.oneOf("ZPOPMIN", "ZPOPMAX"),
                        key(dice),
                        dice.some(0, 1, dice::integer)),
                dice ->
                    Request.of(
                        "ZMPOP",
                        keys(dice),
                        dice.oneOf("MIN", "MAX", "min"),
                        dice.some(0, 1, () -> List.of("COUNT", dice.integer()))),
                dice ->
                    Request.of(
                        dice.oneOf("ZUNION", "ZINTER", "ZDIFF"),
                        keys(dice),
                        dice.some(0, 2, () -> setOption(dice))),
                dice ->
                    Request.of(
                        dice.oneOf("ZUNIONSTORE", "ZINTERSTORE", "ZDIFFSTORE"),
                        key(dice),
                        keys(dice),
                        dice.some(0, 2, () -> setOption(dice))),
                dice ->
                    Request.of(
                        "ZINTERCARD",
                        keys(dice),
                        dice.some(0, 1, () -> List.of("LIMIT", dice.integer()))),
                dice -> Request.of("ZRANDMEMBER", key(dice)).compared(SAME_TYPE),
                dice ->
                    Request.of("ZRANDMEMBER", key(dice), 1000, "WITHSCORES").compared(UNORDERED),
                dice ->
                    Request.of("ZRANDMEMBER", key(dice), dice.between(-5, 5)).compared(SAME_TYPE),
                dice ->
                    Request.of(
                            "ZSCAN",
                            key(dice),
                            0,
                            dice.some(0, 1, () -> scanOption(dice)),
                            "COUNT",
                            1000)
                        .compared(UNORDERED),
                dice -> Request.of("OBJECT", "ENCODING", key(dice)).compared(SET_ENCODING),
                dice -> Request.of("EXISTS", key(dice)),
                dice -> Request.of("COPY", key(dice), key(dice), "REPLACE"),
                dice -> Request.of("RENAME", key(dice), key(dice)),
                dice -> Request.of("DEL", key(dice)))
            .stream()
            .map(ZsetFamilies::byScores)
            .toList(),
        List.of(
            dice -> Request.of("SET", key(dice), dice.integer()),
            dice -> Request.of("SADD", key(dice), dice.some(1, 5, () -> member(dice))),
            dice ->
                Request.of("CONFIG", "SET", "zset-max-listpack-entries", dice.oneOf(4, 16, 128))),
        Audit.ofSortedSets("z", 5));
  }

  private static Function<Dice, Request> byScores(Function<Dice, Request> command) {
    return dice -> {
      Request request = command.apply(dice);
      ReplyComparison comparison = request.comparison();
      return comparison == ReplyComparison.EXACT
          ? request.compared(ReplyComparison.SCORES)
          : comparison == UNORDERED ? request.compared(ReplyComparison.UNORDERED_SCORES) : request;
    };
  }

  /** Ranges by bytes, over members of one score. */
  static Family lexical() {
    return new Family(
        "sorted sets by bytes",
        List.of(
            dice -> Request.of("ZADD", key(dice), dice.some(1, 6, () -> List.of(0, member(dice)))),
            dice -> Request.of("ZREM", key(dice), dice.some(1, 3, () -> member(dice))),
            dice -> Request.of("ZREMRANGEBYLEX", key(dice), lex(dice), lex(dice)),
            dice -> Request.of("ZLEXCOUNT", key(dice), lex(dice), lex(dice)),
            dice ->
                Request.of(
                    dice.oneOf("ZRANGEBYLEX", "ZREVRANGEBYLEX"),
                    key(dice),
                    lex(dice),
                    lex(dice),
                    dice.some(0, 1, () -> rangeOption(dice))),
            dice ->
                Request.of(
                    "ZRANGE",
                    key(dice),
                    lex(dice),
                    lex(dice),
                    "BYLEX",
                    dice.some(0, 2, () -> rangeOption(dice))),
            dice -> Request.of("ZRANGESTORE", key(dice), key(dice), lex(dice), lex(dice), "BYLEX"),
            dice -> Request.of("ZRANGE", key(dice), 0, -1, "WITHSCORES"),
            dice -> Request.of("DEL", key(dice))),
        List.of(
            dice ->
                Request.of("CONFIG", "SET", "zset-max-listpack-entries", dice.oneOf(4, 16, 128))),
        Audit.ofSortedSets("z", 5));
  }

  /** Sets of hundreds of members that come and go, compared rank by rank. */
  static Family largeZsets() {
    return new Family(
        "large sorted sets",
        List.of(
            dice ->
                Request.of(
                    "ZADD",
                    large(dice),
                    dice.some(1, 40, () -> List.of(manyScore(dice), many(dice)))),
            dice ->
                Request.of(
                    "ZADD",
                    large(dice),
                    dice.some(1, 40, () -> List.of(manyScore(dice), many(dice)))),
            dice -> Request.of("ZREM", large(dice), dice.some(1, 30, () -> many(dice))),
            dice -> Request.of("ZINCRBY", large(dice), manyScore(dice), many(dice)),
            dice ->
                Request.of(dice.oneOf("ZRANK", "ZREVRANK"), large(dice), many(dice)).compared(RANK),
            dice -> Request.of("ZCOUNT", large(dice), manyScore(dice), "(" + manyScore(dice)),
            dice ->
                Request.of("ZRANGE", large(dice), dice.between(-500, 500), dice.between(-500, 500)),
            dice ->
                Request.of(
                    "ZREVRANGE",
                    large(dice),
                    dice.between(0, 500),
                    dice.between(0, 500),
                    "WITHSCORES"),
            dice ->
                Request.of(
                    "ZRANGEBYSCORE",
                    large(dice),
                    manyScore(dice),
                    "+inf",
                    "LIMIT",
                    dice.between(0, 50),
                    dice.between(-1, 50)),
            dice ->
                Request.of(
                    "ZREMRANGEBYRANK", large(dice), dice.between(0, 500), dice.between(0, 500)),
            dice -> Request.of("ZPOPMIN", large(dice), dice.between(1, 20)),
            dice -> Request.of("ZPOPMAX", large(dice), dice.between(1, 20)),
            dice -> Request.of("ZINTERSTORE", large(dice), 2, large(dice), large(dice)),
            dice ->
                Request.of(
                    "ZUNIONSTORE", large(dice), 2, large(dice), large(dice), "AGGREGATE", "MAX"),
            dice -> Request.of("ZDIFF", 2, large(dice), large(dice)),
            dice -> Request.of("COPY", large(dice), large(dice), "REPLACE")),
        List.of(dice -> Request.of("DEL", large(dice))),
        Audit.ofSortedSets("large", 3));
  }

  private static Object key(Dice dice) {
    return dice.oneIn(40) ? dice.key() : "z" + dice.between(0, 4);
  }

  private static String large(Dice dice) {
    return "large" + dice.between(0, 2);
  }

  private static String many(Dice dice) {
    return "member:" + dice.between(0, 2000);
  }

  private static String manyScore(Dice dice) {
    return Integer.toString(dice.between(-200, 200));
  }

  private static List<Object> keys(Dice dice) {
    List<Object> keys = dice.some(1, 3, () -> key(dice));
    return List.of(dice.oneIn(12) ? dice.integer() : keys.size(), keys);
  }

  private static String score(Dice dice) {
    return switch (dice.between(0, 11)) {
      case 0 -> dice.oneOf("inf", "-inf", "+inf", "Infinity", "1e20", "-1e20");
      case 1 -> dice.oneOf("nan", "x", "", " 1", "1 ", "1e400", "1e-400", "0x10", "1.", ".5", "(1");
      case 2, 3 -> dice.between(-20, 20) / 4.0 + "";
      case 4 -> "9007199254740992";
      default -> Integer.toString(dice.between(-10, 10));
    };
  }

  private static String bound(Dice dice) {
    return dice.oneIn(3) ? "(" + score(dice) : score(dice);
  }

  private static String rank(Dice dice) {
    return dice.oneIn(5) ? dice.integer() : Integer.toString(dice.between(-6, 6));
  }

  private static Object member(Dice dice) {
    return switch (dice.between(0, 11)) {
      case 0 -> "";
      case 1 -> dice.bytes(dice.between(0, 3));
      case 2 -> "x".repeat(dice.oneOf(63, 64, 65, 300));
      case 3, 4 -> dice.between(-3, 200);
      default -> dice.word(2);
    };
  }

  private static Object lex(Dice dice) {
    return switch (dice.between(0, 9)) {
      case 0, 1 -> "-";
      case 2, 3 -> "+";
      case 4 -> dice.oneOf("", "x", "-x", "+x", "(", "[");
      default -> dice.oneOf("[", "(") + dice.oneOf(dice.word(2), dice.word(3), "1", "10");
    };
  }

  private static String addOption(Dice dice) {
    return dice.oneOf("NX", "XX", "GT", "LT", "CH", "INCR", "ch", "x");
  }

  private static Object rangeOption(Dice dice) {
    return switch (dice.between(0, 7)) {
      case 0, 1, 2 -> "WITHSCORES";
      case 3, 4 -> List.of("LIMIT", dice.between(-2, 4), dice.between(-2, 5));
      case 5, 6 -> "REV";
      default -> dice.oneOf("BYLEX", "LIMIT", "x", "BYSCORE");
    };
  }

  private static Object setOption(Dice dice) {
    return switch (dice.between(0, 5)) {
      case 0, 1 -> List.of("WEIGHTS", dice.some(1, 3, () -> score(dice)));
      case 2, 3 -> List.of("AGGREGATE", dice.oneOf("SUM", "MIN", "max", "x"));
      case 4 -> "WITHSCORES";
      default -> dice.oneOf("x", "LIMIT", "AGGREGATE");
    };
  }

  private static Object scanOption(Dice dice) {
    return dice.oneIn(2)
        ? List.of("MATCH", dice.oneOf("*", "a*", "?", "x*"))
        : dice.oneOf("x", "MATCH");
  }
}
