package io.jacinth.testkit.fuzz;

import java.util.List;

/** The hash commands: few keys with few fields, and values on both sides of the packed form. */
final class HashFamilies {
  /** A request that has lost its count answers one field, whichever. */
  private static final ReplyComparison ALL_FIELDS =
      (left, right) ->
          left[0] == '$'
              ? ReplyComparison.SAME_TYPE.agree(left, right)
              : ReplyComparison.UNORDERED.agree(left, right);

  private HashFamilies() {}

  static Family hashes() {
    return new Family(
        "hashes",
        List.of(
            dice -> Request.of("HSET", dice.key(), dice.some(1, 3, () -> pair(dice))),
            dice -> Request.of("HSET", dice.key(), dice.some(1, 20, () -> pair(dice))),
            dice -> Request.of("HMSET", dice.key(), dice.some(1, 3, () -> pair(dice))),
            dice -> Request.of("HSET", dice.key(), field(dice)),
            dice -> Request.of("HSETNX", dice.key(), field(dice), dice.value()),
            dice -> Request.of("HGET", dice.key(), field(dice)),
            dice -> Request.of("HMGET", dice.key(), dice.some(1, 4, () -> field(dice))),
            dice -> Request.of("HGETALL", dice.key()).compared(ReplyComparison.UNORDERED),
            dice -> Request.of("HKEYS", dice.key()).compared(ReplyComparison.UNORDERED),
            dice -> Request.of("HVALS", dice.key()).compared(ReplyComparison.UNORDERED),
            dice -> Request.of("HLEN", dice.key()),
            dice -> Request.of("HEXISTS", dice.key(), field(dice)),
            dice -> Request.of("HSTRLEN", dice.key(), field(dice)),
            dice -> Request.of("HDEL", dice.key(), dice.some(1, 4, () -> field(dice))),
            dice -> Request.of("HINCRBY", dice.key(), field(dice), dice.integer()),
            dice -> Request.of("HINCRBYFLOAT", dice.key(), field(dice), dice.integer()),
            dice -> Request.of("HRANDFIELD", dice.key(), 1000).compared(ALL_FIELDS),
            dice -> Request.of("HRANDFIELD", dice.key()).compared(ReplyComparison.SAME_TYPE),
            dice ->
                Request.of("HRANDFIELD", dice.key(), -3, "WITHVALUES")
                    .compared(ReplyComparison.SAME_TYPE),
            dice -> Request.of("HSET", dice.key(), field(dice), dice.bytes(dice.between(60, 400))),
            dice -> Request.of("SET", dice.key(), dice.value()),
            dice -> Request.of("COPY", dice.key(), dice.key(), "REPLACE"),
            dice -> Request.of("RENAME", dice.key(), dice.key()),
            dice -> Request.of("OBJECT", "ENCODING", dice.key()).compared(ReplyComparison.ENCODING),
            dice -> Request.of("EXPIRE", dice.key(), 1000),
            dice -> Request.of("PERSIST", dice.key()),
            dice -> Request.of("DEL", dice.key())),
        List.of(),
        Audit.ofHashes());
  }

  private static String field(Dice dice) {
    return dice.between(0, 9) == 0 ? dice.word(90) : "f" + dice.between(0, 30);
  }

  private static List<Object> pair(Dice dice) {
    return List.of(field(dice), dice.value());
  }
}
