package io.jacinth.protocol;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Doubles as C's {@code %.Nf} writes them: their exact value, rounded to so many decimals, to
 * nearest, ties to even; but no minus before 0. Worked out in 128-bit integers where the value's
 * bits are all in them, so nothing allocates. No state.
 */
public final class RoundedDecimals {
  /** The most bytes that {@link #write} needs. */
  public static final int MAX_LENGTH = 400;

  private static final int MOST_DECIMALS = 17;

  /** Anything smaller, but 0, has bits below 2^-63. */
  private static final double LEAST_PLAIN = 0x1p-11;

  private static final double MOST_PLAIN = 0x1p62;
  private static final long HALF = 1L << 62;
  private static final long[] POWERS = new long[MOST_DECIMALS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private RoundedDecimals() {}

  /**
   * Writes a number; answers how many bytes it took.
   *
   * @param decimals how many, 1 to 17
   * @param isTrimmed whether zeros at the end of the decimals are left out, and a minus before 0
   */
  public static int write(
      double value, int decimals, boolean isTrimmed, MemorySegment target, long offset) {
    double size = Math.abs(value);
    if (size != 0 && !(size >= LEAST_PLAIN && size < MOST_PLAIN)) {
      return writeText(odd(value, decimals, isTrimmed), target, offset);
    }
    long whole = (long) size;
    long fraction = scaled((long) ((size - whole) * 0x1p63), POWERS[decimals]);
    if (fraction == POWERS[decimals]) {
      whole++;
      fraction = 0;
    }
    long at = offset;
    boolean isZero = (whole | fraction) == 0;
    if (isNegative(value) && !(isTrimmed && isZero)) {
      target.set(JAVA_BYTE, at++, (byte) '-');
    }
    at += Decimals.write(whole, target, at);
    return (int) (writeFraction(fraction, decimals, isTrimmed, target, at) - offset);
  }

  private static boolean isNegative(double value) {
    return Double.doubleToRawLongBits(value) < 0;
  }

  /** A fraction, in units of 2^-63, times a power of ten, rounded. */
  private static long scaled(long fraction, long power) {
    long high = Math.multiplyHigh(fraction, power);
    long low = fraction * power;
    long quotient = high << 1 | low >>> 63;
    long rest = low & Long.MAX_VALUE;
    boolean isUp = rest > HALF || rest == HALF && (quotient & 1) != 0;
    return isUp ? quotient + 1 : quotient;
  }

  /** Writes what follows the whole number; answers where it ends. */
  private static long writeFraction(
      long fraction, int decimals, boolean isTrimmed, MemorySegment target, long at) {
    int digits = decimals;
    long left = fraction;
    if (isTrimmed) {
      while (digits > 0 && left % 10 == 0) {
        left /= 10;
        digits--;
      }
      if (digits == 0) {
        return at;
      }
    }
    target.set(JAVA_BYTE, at, (byte) '.');
    for (int i = digits; i > 0; i--) {
      target.set(JAVA_BYTE, at + i, (byte) ('0' + left % 10));
      left /= 10;
    }
    return at + 1 + digits;
  }

  /** What is very small, very large, or, as x86-64 makes it, not a number. */
  private static String odd(double value, int decimals, boolean isTrimmed) {
    if (Double.isNaN(value)) {
      return "-nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    String digits = (isTrimmed ? rounded.stripTrailingZeros() : rounded).toPlainString();
    return value < 0 && rounded.signum() == 0 && !isTrimmed ? "-" + digits : digits;
  }

  private static int writeText(String text, MemorySegment target, long offset) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    MemorySegment.copy(bytes, 0, target, JAVA_BYTE, offset, bytes.length);
    return bytes.length;
  }
}
