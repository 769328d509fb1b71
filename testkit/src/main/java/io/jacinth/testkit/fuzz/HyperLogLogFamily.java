package io.jacinth.testkit.fuzz;

import java.util.List;

/**
 * HyperLogLogs, whose bytes must be Redis's at every step, sparse and dense, sound and broken. Some
 * are as long as they may be before they become dense.
 */
final class HyperLogLogFamily {

  private HyperLogLogFamily() {}

  static Family hyperLogLogs() {
    return new Family(
        "hyperloglog",
        List.of(
            dice -> Request.of("PFADD", dice.key(), dice.some(0, 4, () -> element(dice))),
            dice -> Request.of("PFADD", dice.key(), dice.some(0, 30, () -> element(dice))),
            dice -> Request.of("PFADD", dice.key(), dice.some(100, 300, () -> element(dice))),
            dice -> Request.of("PFADD", dice.key(), dice.some(0, 3, dice::value)),
            dice -> Request.of("PFCOUNT", dice.key()),
            dice -> Request.of("PFCOUNT", dice.some(1, 5, dice::key)),
            dice -> Request.of("PFMERGE", dice.key(), dice.some(0, 4, dice::key)),
            dice -> Request.of("GET", dice.key()),
            dice -> Request.of("STRLEN", dice.key()),
            dice -> Request.of("PFDEBUG", dice.oneOf("ENCODING", "DECODE", "decode"), dice.key()),
            dice -> Request.of("COPY", dice.key(), dice.key(), "REPLACE"),
            dice -> Request.of("OBJECT", "ENCODING", dice.key()).compared(ReplyComparison.ENCODING),
            dice -> Request.of("DEL", dice.key()),
            dice -> Request.of("DEL", dice.key())),
        List.of(
            dice -> Request.of("PFDEBUG", dice.oneOf("GETREG", "TODENSE", "x"), dice.key()),
            dice -> Request.of("CONFIG", "SET", "hll-sparse-max-bytes", limit(dice)),
            dice -> Request.of("SET", dice.key(), dice.value()),
            dice -> Request.of("SET", dice.key(), handmade(dice)),
            dice -> Request.of("SETRANGE", dice.key(), dice.between(0, 60), dice.bytes(1)),
            dice ->
                Request.of(
                    "SETRANGE",
                    dice.key(),
                    dice.between(16, 3_000),
                    new byte[] {0x7f, (byte) 0xff}),
            dice -> Request.of("APPEND", dice.key(), dice.bytes(1)),
            dice -> Request.of("XADD", dice.key(), "1-1", "field", "x")),
        Audit.ofKeys());
  }

  /** One of many, so that HyperLogLogs grow, and have much in common. */
  private static String element(Dice dice) {
    return "element " + dice.between(0, 20_000);
  }

  private static int limit(Dice dice) {
    return dice.oneOf(0, 20, 100, 3_000, 3_000, 16_000);
  }

  /**
   * A sparse HyperLogLog of any runs: there may be too few of them, or too many. The last is no
   * half of a run of two bytes: Redis takes the other half from what lies behind.
   */
  private static byte[] handmade(Dice dice) {
    byte[] bytes = dice.bytes(16 + dice.between(0, 30));
    byte[] header = {'H', 'Y', 'L', 'L', (byte) (dice.oneIn(9) ? dice.between(0, 2) : 1), 0, 0, 0};
    System.arraycopy(header, 0, bytes, 0, header.length);
    int last = bytes.length - 1;
    bytes[last] = (byte) ((bytes[last] & 0xC0) == 0x40 ? bytes[last] & 0x3F : bytes[last]);
    return bytes;
  }
}
