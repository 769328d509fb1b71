package io.jacinth.testkit.fuzz;

import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.IntegerValue;
import io.jacinth.client.RespValue.SimpleError;
import java.util.Arrays;
import java.util.List;

/**
 * The commands on bits, on short strings and on some that are longer than the part of a string that
 * BITOP takes at a time. No offset lies between a few hundred thousand bits and the limit of 512
 * MB.
 */
final class BitmapFamily {

  /**
   * Redis before 7.2 looks at the key first: nothing is wrong with the range of a key that is not
   * there, and of two errors it answers the other.
   */
  private static final ReplyComparison RANGES =
      (left, right) ->
          ReplyComparison.EXACT.agree(left, right)
              || isError(left) && (isError(right) || isOfMissing(right))
              || isError(right) && isOfMissing(left);

  private BitmapFamily() {}

  private static boolean isError(byte[] reply) {
    return RespValue.parse(reply) instanceof SimpleError;
  }

  /** The replies for a key that is not there, or for a range with nothing in it. */
  private static boolean isOfMissing(byte[] reply) {
    return RespValue.parse(reply) instanceof IntegerValue(long number)
        && (number == 0 || number == -1);
  }

  static Family bitmaps() {
    return new Family(
        "bitmap",
        List.of(
            dice -> Request.of("SET", dice.key(), dice.value()),
            dice -> Request.of("SET", dice.key(), runs(dice)),
            dice -> Request.of("SET", dice.key(), runs(dice), "EX", Deadlines.ahead(dice)),
            dice -> Request.of("SETRANGE", dice.key(), dice.between(0, 20_000), runs(dice)),
            dice -> Request.of("GET", dice.key()),
            dice -> Request.of("STRLEN", dice.key()),
            dice -> Request.of("GETBIT", dice.key(), place(dice)),
            dice -> Request.of("SETBIT", dice.key(), place(dice), bit(dice)),
            dice -> Request.of("SETBIT", dice.key(), place(dice), bit(dice)),
            dice -> Request.of("BITCOUNT", dice.key()).compared(RANGES),
            dice ->
                Request.of("BITCOUNT", dice.key(), offset(dice), offset(dice), unit(dice))
                    .compared(RANGES),
            dice -> Request.of("BITPOS", dice.key(), bit(dice)).compared(RANGES),
            dice -> Request.of("BITPOS", dice.key(), bit(dice), offset(dice)).compared(RANGES),
            dice ->
                Request.of("BITPOS", dice.key(), bit(dice), offset(dice), offset(dice), unit(dice))
                    .compared(RANGES),
            dice ->
                Request.of(
                    "BITOP",
                    dice.oneOf("AND", "or", "XOR", "AND", "OR", "XOR", "x"),
                    dice.key(),
                    dice.some(1, 4, dice::key)),
            dice ->
                Request.of(
                    "BITOP", "NOT", dice.key(), dice.some(1, dice.oneIn(9) ? 2 : 1, dice::key)),
            dice -> Request.of("BITFIELD", dice.key(), dice.some(0, 4, () -> operation(dice))),
            dice -> Request.of("BITFIELD", dice.key(), dice.some(1, 4, () -> operation(dice))),
            dice -> Request.of("BITFIELD_RO", dice.key(), dice.some(0, 3, () -> reading(dice))),
            dice -> Request.of("OBJECT", "ENCODING", dice.key()).compared(ReplyComparison.ENCODING),
            dice -> Request.of("DEL", dice.key()),
            dice -> Request.of("XADD", dice.key(), "1-1", "field", "x")),
        List.of(dice -> Request.of("SETBIT", dice.key(), dice.between(4_000, 400_000), 1)),
        Audit.ofKeys());
  }

  /** Bytes of which many neighbours are the same. */
  private static byte[] runs(Dice dice) {
    byte[] bytes = dice.bytes(dice.oneOf(0, 1, 3, 8, 9, 30, 44, 45, 64, 300, 9_000));
    int from = dice.between(0, bytes.length);
    int to = dice.between(from, bytes.length);
    Arrays.fill(bytes, from, to, (byte) -dice.between(0, 1));
    return bytes;
  }

  private static String offset(Dice dice) {
    return dice.oneIn(20)
        ? dice.integer()
        : Integer.toString(
            switch (dice.between(0, 3)) {
              case 0 -> dice.between(0, 20);
              case 1 -> dice.between(-40, 0);
              case 2 -> dice.between(0, 600);
              default -> dice.between(-80_000, 80_000);
            });
  }

  /** The place of one bit, not so far that the string would fill the memory. */
  private static String place(Dice dice) {
    return dice.oneIn(20)
        ? dice.oneOf("x", "", "-1", "01", "#1", " 1", "1.5", "4294967296", "9223372036854775807")
        : Integer.toString(dice.oneIn(9) ? dice.between(0, 80_000) : dice.between(0, 600));
  }

  private static String bit(Dice dice) {
    return dice.oneIn(20) ? dice.integer() : dice.oneOf("0", "1");
  }

  private static Object unit(Dice dice) {
    return dice.some(0, 1, () -> dice.oneOf("BYTE", "BIT", "bit", dice.oneIn(5) ? "x" : "BIT"));
  }

  private static Object operation(Dice dice) {
    return switch (dice.between(0, 4)) {
      case 0 -> List.of("OVERFLOW", dice.oneOf("WRAP", "SAT", "fail", dice.oneIn(5) ? "x" : "SAT"));
      case 1 -> List.of("SET", type(dice), position(dice), number(dice));
      case 2, 3 -> List.of("INCRBY", type(dice), position(dice), number(dice));
      default -> reading(dice);
    };
  }

  private static Object reading(Dice dice) {
    return dice.oneIn(30)
        ? dice.oneOf("GET", "SET", "INCRBY", "OVERFLOW", "x")
        : List.of(dice.oneOf("GET", "get"), type(dice), position(dice));
  }

  private static String type(Dice dice) {
    return dice.oneIn(30)
        ? dice.oneOf("u64", "i65", "u0", "i", "", "x8", "i-1", "i08", "8", "U8")
        : dice.oneOf("u", "i") + dice.oneOf(1, 2, 3, 7, 8, 9, 16, 31, 32, 33, 56, 57, 62, 63);
  }

  private static String position(Dice dice) {
    return dice.oneIn(30)
        ? dice.oneOf("#", "#x", "#-1", "x", "-1", "4294967296", "##1")
        : dice.oneIn(3)
            ? "#" + dice.between(0, 9)
            : Integer.toString(dice.oneIn(9) ? dice.between(0, 3_000) : dice.between(0, 130));
  }

  private static String number(Dice dice) {
    return switch (dice.between(0, 3)) {
      case 0 -> dice.integer();
      case 1 -> Long.toString(dice.oneOf(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1, -1L));
      case 2 ->
          Long.toString((1L << dice.between(0, 62)) * dice.oneOf(1, -1) + dice.between(-2, 2));
      default -> Integer.toString(dice.between(-300, 300));
    };
  }
}
