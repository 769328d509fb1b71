package io.jacinth.commands;

import io.jacinth.protocol.Slice;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A number as the x87's 80-bit {@code long double} holds it, in which Redis reckons INCRBYFLOAT and
 * its kin: significand times two to the exponent, of which 64 bits and 15 bits are kept. So the
 * same digits come out as from Redis on x86-64. Values are exact integers between the steps; each
 * step is rounded once, to nearest, ties to even (IEEE 754-1985, the extended format). Immutable.
 *
 * <p>Texts are those that C's {@code strtold} reads whole, in the "C" locale.
 *
 * @param significand signed, at most 64 bits long
 * @param isFinite false for either infinity and for what comes of them
 */
public record LongDouble(BigInteger significand, int exponent, boolean isFinite) {
  public static final LongDouble ZERO = new LongDouble(BigInteger.ZERO, 0, true);

  private static final LongDouble NOT_FINITE = new LongDouble(BigInteger.ZERO, 0, false);

  private static final int SIGNIFICAND_BITS = 64;

  /** Numbers from two to the power of this are infinite. */
  private static final int OVERFLOW_EXPONENT = 16384;

  /** No bit is worth less than two to the power of this. */
  private static final int LEAST_EXPONENT = -16445;

  /** Numbers from ten to the power of this are infinite, those below its negative are zero. */
  private static final int DECIMAL_RANGE = 5000;

  /** So many digits fit in a long. */
  private static final int SHORT_TEXT = 18;

  private static final int LONGEST_TEXT = 5 * 1024 - 1;
  private static final int DECIMALS = 17;

  /** One, in units of the last decimal. */
  private static final long ONE = 100_000_000_000_000_000L;

  private static final BigInteger[] POWERS_OF_TEN =
      IntStream.range(0, 40).mapToObj(BigInteger.TEN::pow).toArray(BigInteger[]::new);

  private static final Pattern INFINITY = Pattern.compile("(?i)[+-]?inf(inity)?");
  private static final Pattern DECIMAL =
      Pattern.compile("([+-]?)(?=\\.?[0-9])([0-9]*)\\.?([0-9]*)(?:[eE]([+-]?[0-9]+))?");
  private static final Pattern HEXADECIMAL =
      Pattern.compile(
          "([+-]?)0[xX](?=\\.?[0-9a-fA-F])([0-9a-fA-F]*)\\.?([0-9a-fA-F]*)(?:[pP]([+-]?[0-9]+))?");

  /**
   * The number that a text spells; null where it spells none, or one that is too large, or one that
   * is not zero but too small. Infinity by its name is one.
   */
  public static @Nullable LongDouble parse(Slice text) {
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      return null;
    }
    LongDouble plain = text.length() <= SHORT_TEXT ? plainDecimal(text) : null;
    return plain != null ? plain : parseAny(text.toString());
  }

  /**
   * The number that digits with at most one point and a minus spell, for the shorter way; null for
   * what else there is.
   */
  private static @Nullable LongDouble plainDecimal(Slice text) {
    int start = text.at(0) == '-' ? 1 : 0;
    int decimals = -1;
    long digits = 0;
    for (int i = start; i < text.length(); i++) {
      int digit = text.at(i) - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        decimals += decimals < 0 ? 0 : 1;
      } else if (digit == '.' - '0' && decimals < 0) {
        decimals = 0;
      } else {
        return null;
      }
    }
    boolean hasDigits = text.length() > start + (decimals < 0 ? 0 : 1);
    return hasDigits
        ? scaled(BigInteger.valueOf(start == 0 ? digits : -digits), -Math.max(decimals, 0))
        : null;
  }

  private static @Nullable LongDouble parseAny(String string) {
    Matcher decimal = DECIMAL.matcher(string);
    if (decimal.matches()) {
      return inRange(decimal(decimal));
    }
    Matcher hexadecimal = HEXADECIMAL.matcher(string);
    if (hexadecimal.matches()) {
      return inRange(hexadecimal(hexadecimal));
    }
    return INFINITY.matcher(string).matches() ? NOT_FINITE : null;
  }

  /** A number other than zero that has become zero or infinite has no value. */
  private static @Nullable LongDouble inRange(@Nullable LongDouble number) {
    return number == null || !number.isFinite ? null : number;
  }

  private static @Nullable LongDouble decimal(Matcher parts) {
    BigInteger digits = digits(parts, 10);
    long power = power(parts) - parts.group(3).length();
    if (digits.signum() == 0) {
      return ZERO;
    }
    long magnitude = parts.group(2).length() + parts.group(3).length() + power;
    if (magnitude < -DECIMAL_RANGE || power > DECIMAL_RANGE) {
      return null;
    }
    return notZero(scaled(digits, (int) power));
  }

  /** Digits times ten to a power. */
  private static LongDouble scaled(BigInteger digits, int power) {
    if (power >= 0) {
      return rounded(power == 0 ? digits : digits.multiply(powerOfTen(power)), 0, false);
    }
    BigInteger divisor = powerOfTen(-power);
    int shift = Math.max(0, SIGNIFICAND_BITS + 2 + divisor.bitLength() - digits.bitLength());
    BigInteger[] quotient = digits.shiftLeft(shift).divideAndRemainder(divisor);
    return rounded(quotient[0], -shift, quotient[1].signum() != 0);
  }

  private static @Nullable LongDouble hexadecimal(Matcher parts) {
    BigInteger digits = digits(parts, 16);
    long power = power(parts) - 4L * parts.group(3).length();
    if (digits.signum() == 0) {
      return ZERO;
    }
    if (Math.abs(power) > 4L * LONGEST_TEXT + 2 * OVERFLOW_EXPONENT) {
      return null;
    }
    return notZero(rounded(digits, (int) power, false));
  }

  private static BigInteger digits(Matcher parts, int radix) {
    return new BigInteger(parts.group(1) + parts.group(2) + parts.group(3), radix);
  }

  /** The exponent that is written out, 0 where there is none, cut to what a sum can hold. */
  private static long power(Matcher parts) {
    String text = parts.group(4);
    if (text == null) {
      return 0;
    }
    BigInteger bound = BigInteger.valueOf(Integer.MAX_VALUE);
    return new BigInteger(text).min(bound).max(bound.negate()).longValueExact();
  }

  private static @Nullable LongDouble notZero(LongDouble number) {
    return number.isFinite && number.significand.signum() == 0 ? null : number;
  }

  /**
   * The nearest number that the format has.
   *
   * @param isMore whether the exact magnitude is a trifle above the one given, which then has more
   *     bits than the format
   */
  private static LongDouble rounded(BigInteger significand, int exponent, boolean isMore) {
    BigInteger magnitude = significand.abs();
    int surplus = Math.max(magnitude.bitLength() - SIGNIFICAND_BITS, LEAST_EXPONENT - exponent);
    BigInteger kept = surplus <= 0 ? magnitude : halfEven(magnitude, surplus, isMore);
    int newExponent = surplus <= 0 ? exponent : exponent + surplus;
    if (kept.bitLength() + newExponent > OVERFLOW_EXPONENT) {
      return NOT_FINITE;
    }
    return new LongDouble(significand.signum() < 0 ? kept.negate() : kept, newExponent, true);
  }

  /** A magnitude without so many of its lowest bits. */
  private static BigInteger halfEven(BigInteger magnitude, int bits, boolean isMore) {
    BigInteger kept = magnitude.shiftRight(bits);
    boolean isHalfOrMore = magnitude.testBit(bits - 1);
    boolean isMoreThanHalf = isMore || magnitude.getLowestSetBit() < bits - 1;
    return isHalfOrMore && (isMoreThanHalf || kept.testBit(0)) ? kept.add(BigInteger.ONE) : kept;
  }

  /** The sum; not finite where either is not, or where it is too large. */
  /** The nearest double; positive infinity stands for all that is infinite. */
  public double toDouble() {
    return isFinite ? Math.scalb(significand.doubleValue(), exponent) : Double.POSITIVE_INFINITY;
  }

  public LongDouble plus(LongDouble other) {
    if (!isFinite || !other.isFinite) {
      return NOT_FINITE;
    }
    int common = Math.min(exponent, other.exponent);
    BigInteger sum =
        significand
            .shiftLeft(exponent - common)
            .add(other.significand.shiftLeft(other.exponent - common));
    return rounded(sum, common, false);
  }

  /**
   * As C's {@code %.17Lf}, without zeros at the end of the fraction and without a minus before 0.
   */
  @Override
  public String toString() {
    if (!isFinite) {
      return "inf";
    }
    if (exponent >= 0) {
      return significand.shiftLeft(exponent).toString();
    }
    BigInteger magnitude = significand.abs();
    BigInteger whole = magnitude.shiftRight(-exponent);
    BigInteger rest = magnitude.subtract(whole.shiftLeft(-exponent));
    BigInteger scaled = rest.multiply(powerOfTen(DECIMALS));
    long fraction = halfEven(scaled, -exponent, false).longValueExact();
    if (fraction == ONE) {
      return text(whole.add(BigInteger.ONE), 0);
    }
    return text(whole, fraction);
  }

  private String text(BigInteger whole, long fraction) {
    StringBuilder text = new StringBuilder(32);
    if (significand.signum() < 0 && (whole.signum() != 0 || fraction != 0)) {
      text.append('-');
    }
    text.append(whole.bitLength() < Long.SIZE ? Long.toString(whole.longValue()) : whole);
    if (fraction != 0) {
      int point = text.length();
      text.append(ONE + fraction).setCharAt(point, '.');
      while (text.charAt(text.length() - 1) == '0') {
        text.setLength(text.length() - 1);
      }
    }
    return text.toString();
  }

  private static BigInteger powerOfTen(int power) {
    return power < POWERS_OF_TEN.length ? POWERS_OF_TEN[power] : BigInteger.TEN.pow(power);
  }
}
