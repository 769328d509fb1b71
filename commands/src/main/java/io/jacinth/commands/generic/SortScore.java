package io.jacinth.commands.generic;

import io.jacinth.protocol.Slice;
import java.math.BigDecimal;

/**
 * The number that a text is to SORT: all of it, as C's {@code strtod} reads it. No text at all is
 * 0. What is too large or too small for a double is no number.
 */
final class SortScore {
  private SortScore() {}

  /** The number, or NaN where the text is none. */
  static double of(Slice text) {
    long integer = text.integerOr(Long.MIN_VALUE);
    return integer == Long.MIN_VALUE ? ofText(untilZero(text)) : integer;
  }

  private static String untilZero(Slice text) {
    String all = text.toString();
    int zero = all.indexOf('\0');
    return zero < 0 ? all : all.substring(0, zero);
  }

  private static double ofText(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    boolean isNegative = start < text.length() && text.charAt(start) == '-';
    if (isNegative || start < text.length() && text.charAt(start) == '+') {
      start++;
    }
    double magnitude = magnitude(text.substring(start));
    return isNegative ? -magnitude : magnitude;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private static double magnitude(String text) {
    if (text.equalsIgnoreCase("inf") || text.equalsIgnoreCase("infinity")) {
      return Double.POSITIVE_INFINITY;
    }
    if (text.matches("0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)([pP][+-]?[0-9]+)?")) {
      boolean hasExponent = text.indexOf('p') >= 0 || text.indexOf('P') >= 0;
      return finite(Double.parseDouble(hasExponent ? text : text + "p0"));
    }
    if (!text.matches("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?")) {
      return Double.NaN;
    }
    double value = finite(Double.parseDouble(text));
    return value < Double.MIN_NORMAL && !isExact(text, value) ? Double.NaN : value;
  }

  private static double finite(double value) {
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  /** Whether a text spells just this small number. */
  private static boolean isExact(String text, double value) {
    String mantissa = text.split("[eE]", 2)[0];
    if (mantissa.chars().allMatch(c -> c == '0' || c == '.')) {
      return true;
    }
    return value != 0 && new BigDecimal(text).compareTo(new BigDecimal(value)) == 0;
  }
}
