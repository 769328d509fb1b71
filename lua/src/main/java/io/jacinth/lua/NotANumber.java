package io.jacinth.lua;

/**
 * The sign of what is no number, which scripts see as {@code nan} or {@code -nan}: processors set
 * it, and C's functions keep, turn or clear it, each in its own way.
 */
public final class NotANumber {
  public static final double POSITIVE = Double.longBitsToDouble(0x7ff8000000000000L);

  /** What a processor makes of 0/0. */
  public static final double NEGATIVE = Double.longBitsToDouble(0xfff8000000000000L);

  private NotANumber() {}

  /** The result of a function of two numbers: what is no number already stays, the first first. */
  public static double of(double result, double first, double second) {
    if (!Double.isNaN(result)) {
      return result;
    }
    if (Double.isNaN(first)) {
      return first;
    }
    return Double.isNaN(second) ? second : NEGATIVE;
  }

  /**
   * {@code a} to the power of {@code b}, as C has it: 1 to any power is 1, as is -1 to an infinite
   * one, and an odd power clears the sign of what is no number.
   */
  public static double pow(double a, double b) {
    if (b == 2) {
      return a * a;
    }
    double result = Math.pow(a, b);
    return Double.isNaN(result) ? unusualPower(a, b) : result;
  }

  private static double unusualPower(double a, double b) {
    if (a == 1 || (a == -1 && Double.isInfinite(b))) {
      return 1;
    }
    boolean isOdd = Math.abs(b % 2) == 1;
    return Double.isNaN(a) && isOdd ? POSITIVE : of(Double.NaN, a, b);
  }
}
