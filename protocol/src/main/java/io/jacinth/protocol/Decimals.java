package io.jacinth.protocol;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;

/** Decimal digits of integers and doubles, straight into memory. */
public final class Decimals {
  private static final short[] PAIRS = new short[100];

  static {
    for (int i = 0; i < 100; i++) {
      PAIRS[i] = (short) ('0' + i / 10 | ('0' + i % 10) << 8);
    }
  }

  private Decimals() {}

  /** The most bytes that {@link #write} needs. */
  public static final int MAX_LENGTH = 20;

  /** Number of characters of the decimal form, the minus included. */
  public static int length(long value) {
    int n = value < 0 ? 2 : 1;
    long v = value < 0 ? value : -value;
    for (long bound = -10; v <= bound; bound *= 10) {
      n++;
      if (bound == -1_000_000_000_000_000_000L) {
        break;
      }
    }
    return n;
  }

  /** Writes the decimal form and answers how many bytes it took. */
  public static int write(long value, MemorySegment target, long offset) {
    int n = length(value);
    long at = offset + n;
    long v = value < 0 ? value : -value;
    while (v <= -10) {
      long rest = v / 100;
      at -= 2;
      target.set(JAVA_SHORT_UNALIGNED, at, PAIRS[(int) (rest * 100 - v)]);
      v = rest;
    }
    long first = offset;
    if (value < 0) {
      target.set(JAVA_BYTE, first++, (byte) '-');
    }
    if (at > first) {
      target.set(JAVA_BYTE, first, (byte) ('0' - v));
    }
    return n;
  }

  /**
   * A double in the shortest decimal form that reads back the same: plain digits where the decimal
   * exponent is from -5 to 16, else as {@code 1.5e+20}; {@code inf}, {@code -inf}, {@code nan}.
   */
  public static String shortest(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    if (value == (long) value && Math.abs(value) < 1e17) {
      return Long.toString((long) value);
    }
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -5 && exponent < 17) {
      return decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().abs().toString();
    return (value < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (exponent < 0 ? "e-" : "e+")
        + Math.abs(exponent);
  }
}
