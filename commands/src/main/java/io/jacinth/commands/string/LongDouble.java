package io.jacinth.commands.string;

import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.protocol.Slice;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * The arithmetic of an x87 80-bit {@code long double} (a significand of 64 bits), in which Redis
 * keeps INCRBYFLOAT's numbers, so that the same digits come out. Exact decimals, rounded to 64
 * binary digits after every step.
 */
final class LongDouble {
  private static final int SIGNIFICAND_BITS = 64;
  private static final int LONGEST = 5 * 1024 - 1;
  private static final int DECIMALS = 17;

  /** Decimal and binary exponents beyond these are out of the range of an 80-bit number. */
  private static final long MOST_DIGITS = 4950;

  private static final long MOST_BITS = 16_500;

  private static final Pattern HEXADECIMAL =
      Pattern.compile(
          "[+-]?0[xX](?=\\.?[0-9a-fA-F])[0-9a-fA-F]*\\.?[0-9a-fA-F]*([pP][+-]?\\d{1,9})?");

  /** Beyond this an 80-bit number is infinite. */
  private static final BigDecimal LARGEST = new BigDecimal("1.18973149535723176502e4932");

  /** Stand for the infinities: no finite number, nor each other, makes them finite. */
  private static final BigDecimal INFINITY = LARGEST.multiply(BigDecimal.TEN);

  private static final BigDecimal MINUS_INFINITY = LARGEST.multiply(BigDecimal.valueOf(-20));

  private LongDouble() {}

  /**
   * The number that a text spells in C's decimal syntax, without leading or trailing space.
   *
   * @throws CommandException where it spells none, or one out of range
   */
  static BigDecimal parse(Slice text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      throw ErrorReply.NOT_A_FLOAT.exception();
    }
    String digits = text.toString();
    if (isInfinite(digits)) {
      return digits.startsWith("-") ? MINUS_INFINITY : INFINITY;
    }
    try {
      BigDecimal exact =
          HEXADECIMAL.matcher(digits).matches() ? hexadecimal(digits) : decimal(digits);
      if (exact.signum() != 0 && isOutOfRange(exact)) {
        throw ErrorReply.NOT_A_FLOAT.exception();
      }
      return rounded(exact);
    } catch (NumberFormatException | ArithmeticException e) {
      throw ErrorReply.NOT_A_FLOAT.exception();
    }
  }

  private static BigDecimal decimal(String digits) {
    return new BigDecimal(digits.endsWith(".") ? digits + "0" : digits);
  }

  /** C's hexadecimal form, as {@code 0x1.8p3}: a significand in base 16, a binary exponent. */
  private static BigDecimal hexadecimal(String text) {
    boolean isNegative = text.startsWith("-");
    int exponentAt = Math.max(text.indexOf('p'), text.indexOf('P'));
    String significand =
        text.substring(text.indexOf('0') + 2, exponentAt < 0 ? text.length() : exponentAt);
    int point = significand.indexOf('.');
    int fraction = point < 0 ? 0 : significand.length() - point - 1;
    long exponent = exponentAt < 0 ? 0 : Integer.parseInt(text.substring(exponentAt + 1));
    exponent -= 4L * fraction;
    if (Math.abs(exponent) > MOST_BITS) {
      throw new ArithmeticException("beyond the range");
    }
    BigDecimal value = new BigDecimal(new BigInteger(significand.replace(".", ""), 16));
    value =
        exponent < 0 ? value.divide(power((int) -exponent)) : value.multiply(power((int) exponent));
    return isNegative ? value.negate() : value;
  }

  private static boolean isOutOfRange(BigDecimal exact) {
    long exponent = (long) exact.precision() - exact.scale() - 1;
    return exponent > MOST_DIGITS || exponent < -MOST_DIGITS || exact.abs().compareTo(LARGEST) > 0;
  }

  private static boolean isInfinite(String digits) {
    return digits.matches("(?i)[+-]?inf(inity)?");
  }

  private static CommandException infinite() {
    return new CommandException("ERR increment would produce NaN or Infinity");
  }

  static BigDecimal add(BigDecimal a, BigDecimal b) {
    BigDecimal sum = rounded(a.add(b));
    if (sum.abs().compareTo(LARGEST) > 0) {
      throw infinite();
    }
    return sum;
  }

  /** The nearest number with a significand of 64 bits, ties to even. */
  private static BigDecimal rounded(BigDecimal exact) {
    if (exact.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal magnitude = exact.abs();
    int exponent = binaryExponent(magnitude) - SIGNIFICAND_BITS + 1;
    BigDecimal scaled =
        exponent >= 0
            ? magnitude.divide(power(exponent), new MathContext(60))
            : magnitude.multiply(power(-exponent));
    BigInteger significand = scaled.setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
    BigDecimal result =
        exponent >= 0
            ? new BigDecimal(significand).multiply(power(exponent))
            : new BigDecimal(significand).divide(power(-exponent));
    return exact.signum() < 0 ? result.negate() : result;
  }

  private static BigDecimal power(int exponent) {
    return new BigDecimal(BigInteger.TWO.pow(exponent));
  }

  /** The largest e with 2^e not above the number. */
  private static int binaryExponent(BigDecimal magnitude) {
    int decimal = magnitude.precision() - magnitude.scale() - 1;
    int guess = (int) Math.floor(decimal * (Math.log(10) / Math.log(2))) - 1;
    while (compareToPower(magnitude, guess + 1) >= 0) {
      guess++;
    }
    return guess;
  }

  private static int compareToPower(BigDecimal magnitude, int exponent) {
    return exponent >= 0
        ? magnitude.compareTo(power(exponent))
        : magnitude.multiply(power(-exponent)).compareTo(BigDecimal.ONE);
  }

  /** As C's {@code %.17Lf} without trailing zeros. */
  static String format(BigDecimal value) {
    BigDecimal fixed = value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    if (fixed.signum() == 0) {
      return "0";
    }
    String text = fixed.toPlainString();
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
