package io.jacinth.engine.value;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.jacinth.memory.Listpack;
import io.jacinth.protocol.Decimals;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;

/**
 * The scores of sorted sets: their order as 64-bit integers, and their form in packed lists, which
 * is an integer where there is no fraction and the shortest decimal text otherwise. No state.
 */
public final class Scores {
  /** No text of a score is longer. */
  public static final int MAX_TEXT = 32;

  private static final int EXACT_DIGITS = 15;
  private static final double LARGEST_INTEGER = 4e18;
  private static final double[] POWERS = new double[EXACT_DIGITS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private Scores() {}

  /** An integer that is ordered as the score; both zeros have the same. */
  static long order(double score) {
    long bits = Double.doubleToRawLongBits(score + 0.0);
    return bits ^ bits >> 63 & Long.MAX_VALUE;
  }

  /** The score that an integer of its order stands for. */
  static double ofOrder(long order) {
    return Double.longBitsToDouble(order ^ order >> 63 & Long.MAX_VALUE);
  }

  /** Whether a score is written as an integer. */
  private static boolean isWhole(double score) {
    return Math.abs(score) < LARGEST_INTEGER && score == (long) score;
  }

  /** The score as an element of a packed list; the text is put into a scratch. */
  static Element pack(double score, Element into, MemorySegment scratch) {
    if (isWhole(score)) {
      return into.set((long) score);
    }
    return into.setBytes(scratch, 0, write(score, scratch, 0));
  }

  /** Writes the text of a score; answers its length, at most {@link #MAX_TEXT}. */
  public static int write(double score, MemorySegment target, long offset) {
    if (isWhole(score) && Math.abs(score) < 1e17 && score != 0) {
      return Decimals.write((long) score, target, offset);
    }
    String text = Decimals.shortest(score);
    for (int i = 0; i < text.length(); i++) {
      target.set(JAVA_BYTE, offset + i, (byte) text.charAt(i));
    }
    return text.length();
  }

  /** The score at a position of a packed list. */
  static double read(Listpack list, int position) {
    return list.isInteger(position)
        ? list.integer(position)
        : parse(list.segment(), list.stringOffset(position), list.stringLength(position));
  }

  /** The value of a text that {@link #write} wrote. */
  private static double parse(MemorySegment segment, long offset, int length) {
    double plain = parsePlain(segment, offset, length);
    if (!Double.isNaN(plain)) {
      return plain;
    }
    String text = new Slice(segment, offset, length).toString();
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /**
   * The value of digits with at most one point among them and perhaps a minus before, where there
   * are so few that one division is exact (Clinger 1990); else not a number.
   */
  public static double parsePlain(MemorySegment segment, long offset, int length) {
    boolean isNegative = length > 0 && segment.get(JAVA_BYTE, offset) == '-';
    long digits = 0;
    int count = 0;
    int point = -1;
    for (int i = isNegative ? 1 : 0; i < length; i++) {
      int c = segment.get(JAVA_BYTE, offset + i);
      if (c == '.' && point < 0) {
        point = count;
      } else if (c >= '0' && c <= '9' && count < EXACT_DIGITS) {
        digits = digits * 10 + (c - '0');
        count++;
      } else {
        return Double.NaN;
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    double value = digits / POWERS[point < 0 ? 0 : count - point];
    return isNegative ? -value : value;
  }
}
