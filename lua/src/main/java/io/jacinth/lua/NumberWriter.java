package io.jacinth.lua;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Numbers as C's printf writes them by {@code %.14g}, the form of every number made a string. */
final class NumberWriter {
  private static final int DIGITS = 14;
  private static final double EXACT = 1e14;
  private static final @Nullable LuaString[] SMALL = new @Nullable LuaString[1024];

  private NumberWriter() {}

  static LuaString write(double number) {
    int small = (int) number;
    if (small == number && small >= 0 && small < SMALL.length) {
      return small(number, small);
    }
    return LuaString.wrap(digits(number).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static LuaString small(double number, int value) {
    if (value == 0 && 1 / number < 0) {
      return LuaString.constant("-0");
    }
    LuaString known = SMALL[value];
    if (known == null) {
      known = LuaString.constant(Integer.toString(value));
      SMALL[value] = known;
    }
    return known;
  }

  private static String digits(double number) {
    if (Math.abs(number) < EXACT && number == Math.rint(number) && number != 0) {
      return Long.toString((long) number);
    }
    return general(number, DIGITS, false);
  }

  /** {@code %.<precision>g}: the significant digits, zeros at the end kept if asked for. */
  static String general(double number, int precision, boolean keepZeros) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return special(number);
    }
    int significant = Math.max(1, precision);
    String sign = isNegative(number) ? "-" : "";
    if (number == 0) {
      return sign + (keepZeros && significant > 1 ? "0." + "0".repeat(significant - 1) : "0");
    }
    BigDecimal exact = new BigDecimal(Math.abs(number));
    BigDecimal rounded = exact.round(new MathContext(significant, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < -4 || exponent >= significant) {
      return sign + scientific(rounded, significant - 1, exponent, !keepZeros, 'e');
    }
    String plain =
        rounded.setScale(significant - 1 - exponent, RoundingMode.HALF_EVEN).toPlainString();
    return sign + (keepZeros ? plain : withoutZeros(plain));
  }

  /** {@code d.ddde+xx} of a number already rounded. */
  static String scientific(
      BigDecimal rounded, int decimals, int exponent, boolean dropZeros, char letter) {
    StringBuilder digits = new StringBuilder(rounded.unscaledValue().toString());
    while (digits.length() <= decimals) {
      digits.append('0');
    }
    digits.setLength(decimals + 1);
    if (decimals > 0) {
      digits.insert(1, '.');
    }
    String mantissa = dropZeros ? withoutZeros(digits.toString()) : digits.toString();
    int size = Math.abs(exponent);
    return mantissa + letter + (exponent < 0 ? '-' : '+') + (size < 10 ? "0" : "") + size;
  }

  private static String withoutZeros(String plain) {
    if (plain.indexOf('.') < 0) {
      return plain;
    }
    int end = plain.length();
    while (plain.charAt(end - 1) == '0') {
      end--;
    }
    return plain.substring(0, plain.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /** Infinities and what is no number; of the latter C tells the sign. */
  static String special(double number) {
    return (isNegative(number) ? "-" : "") + (Double.isNaN(number) ? "nan" : "inf");
  }

  static boolean isNegative(double number) {
    return Double.doubleToRawLongBits(number) < 0;
  }
}
