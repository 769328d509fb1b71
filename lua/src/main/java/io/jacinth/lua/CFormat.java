package io.jacinth.lua;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as C's printf writes them. */
public final class CFormat {
  /** What stands between {@code %} and the letter; a precision of -1 is none. */
  public record Flags(String given, int width, int precision) {
    /** Whether a flag was given. */
    public boolean has(char flag) {
      return given.indexOf(flag) >= 0;
    }

    /** The same with another width. */
    public Flags withWidth(int other) {
      return new Flags(given, other, precision);
    }
  }

  private CFormat() {}

  /** {@code %d}. */
  public static String signed(long value, Flags flags) {
    String digits = value < 0 ? Long.toString(value).substring(1) : Long.toString(value);
    return whole(sign(value < 0, flags), digits, value == 0, flags);
  }

  /** {@code %u}, {@code %o}, {@code %x}, {@code %X}. */
  public static String unsigned(long value, int letter, Flags flags) {
    boolean alternative = flags.has('#') && value != 0;
    return switch (letter) {
      case 'o' -> whole("", (flags.has('#') ? "0" : "") + Long.toOctalString(value), false, flags);
      case 'x' -> whole(alternative ? "0x" : "", Long.toHexString(value), value == 0, flags);
      case 'X' ->
          whole(
              alternative ? "0X" : "",
              Long.toHexString(value).toUpperCase(Locale.ROOT),
              value == 0,
              flags);
      default -> whole("", Long.toUnsignedString(value), value == 0, flags);
    };
  }

  private static String whole(String prefix, String digits, boolean isZero, Flags flags) {
    if (flags.precision < 0) {
      return number(prefix, digits, flags, true);
    }
    String shown = isZero && flags.precision == 0 ? "" : digits;
    String zeros = "0".repeat(Math.max(0, flags.precision - shown.length()));
    return number(prefix, zeros + shown, flags, false);
  }

  /** {@code %e}, {@code %f}, {@code %g} and those in capitals. */
  public static String real(double value, int letter, Flags flags) {
    String sign = sign(NumberWriter.isNegative(value), flags);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      String name = Double.isNaN(value) ? "nan" : "inf";
      return number(sign, letter < 'a' ? name.toUpperCase(Locale.ROOT) : name, flags, false);
    }
    int precision = flags.precision < 0 ? 6 : flags.precision;
    double size = Math.abs(value);
    String digits =
        switch (letter) {
          case 'f' -> fixed(size, precision, flags.has('#'));
          case 'e', 'E' -> exponential(size, precision, flags.has('#'));
          default -> NumberWriter.general(size, precision, flags.has('#'));
        };
    return number(sign, letter < 'a' ? digits.toUpperCase(Locale.ROOT) : digits, flags, true);
  }

  /** {@code %.<precision>g} of any number, as sprintf writes it: 17 for all digits of a double. */
  public static String general(double value, int precision) {
    return NumberWriter.general(value, precision, false);
  }

  private static String fixed(double size, int precision, boolean keepsPoint) {
    String digits =
        new BigDecimal(size).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    return precision == 0 && keepsPoint ? digits + "." : digits;
  }

  private static String exponential(double size, int precision, boolean keepsPoint) {
    BigDecimal rounded =
        new BigDecimal(size).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    int exponent = size == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String text = NumberWriter.scientific(rounded, precision, exponent, false, 'e');
    return precision == 0 && keepsPoint ? text.charAt(0) + "." + text.substring(1) : text;
  }

  private static String sign(boolean isNegative, Flags flags) {
    if (isNegative) {
      return "-";
    }
    return flags.has('+') ? "+" : flags.has(' ') ? " " : "";
  }

  private static String number(
      String prefix, String digits, Flags flags, boolean mayFillWithZeros) {
    int missing = flags.width - prefix.length() - digits.length();
    if (missing > 0 && mayFillWithZeros && flags.has('0') && !flags.has('-')) {
      return prefix + "0".repeat(missing) + digits;
    }
    return padded(prefix + digits, flags);
  }

  /** A text filled up with spaces to the width. */
  public static String padded(String text, Flags flags) {
    String spaces = " ".repeat(Math.max(0, flags.width - text.length()));
    return flags.has('-') ? text + spaces : spaces + text;
  }
}
