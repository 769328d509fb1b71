package io.jacinth.scripting.library;

import io.jacinth.lua.LuaString;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A number as C's strtod finds it at the beginning of a text: decimal, hexadecimal, infinite or
 * none.
 *
 * @param length how many bytes it takes
 */
record CNumber(double value, int length) {
  private static final double NEGATIVE_NAN = Double.longBitsToDouble(0xFFF8000000000000L);

  /** The number at a place, null where there is none. */
  static @Nullable CNumber read(LuaString text, int start) {
    int at = start;
    boolean isNegative = byteAt(text, at) == '-';
    if (isNegative || byteAt(text, at) == '+') {
      at++;
    }
    double sign = isNegative ? -1 : 1;
    if (isWord(text, at, "infinity")) {
      return new CNumber(sign * Double.POSITIVE_INFINITY, at + 8 - start);
    }
    if (isWord(text, at, "inf")) {
      return new CNumber(sign * Double.POSITIVE_INFINITY, at + 3 - start);
    }
    if (isWord(text, at, "nan")) {
      return new CNumber(isNegative ? NEGATIVE_NAN : Double.NaN, at + 3 - start);
    }
    boolean isHex = byteAt(text, at) == '0' && (byteAt(text, at + 1) | 0x20) == 'x';
    int radix = isHex && startsDigits(text, at + 2, 16) ? 16 : 10;
    int first = radix == 16 ? at + 2 : at;
    if (!startsDigits(text, first, radix)) {
      return null;
    }
    int end = mantissaEnd(text, first, radix);
    int exponent = exponentEnd(text, end, radix == 16 ? 'p' : 'e');
    return new CNumber(sign * parse(text, at, end, exponent, radix), exponent - start);
  }

  private static double parse(LuaString text, int from, int mantissa, int end, int radix) {
    String digits = new String(text.array(), from, end - from, StandardCharsets.ISO_8859_1);
    boolean needsExponent = radix == 16 && mantissa == end;
    return Double.parseDouble(needsExponent ? digits + "p0" : digits);
  }

  private static boolean startsDigits(LuaString text, int at, int radix) {
    return isDigit(text, at, radix) || byteAt(text, at) == '.' && isDigit(text, at + 1, radix);
  }

  private static int mantissaEnd(LuaString text, int from, int radix) {
    int at = from;
    boolean hasPoint = false;
    while (isDigit(text, at, radix) || !hasPoint && byteAt(text, at) == '.') {
      hasPoint |= byteAt(text, at) == '.';
      at++;
    }
    return at;
  }

  private static int exponentEnd(LuaString text, int from, char letter) {
    if ((byteAt(text, from) | 0x20) != letter) {
      return from;
    }
    int sign = byteAt(text, from + 1) == '+' || byteAt(text, from + 1) == '-' ? 1 : 0;
    int at = from + 1 + sign;
    if (!isDigit(text, at, 10)) {
      return from;
    }
    while (isDigit(text, at, 10)) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(LuaString text, int at, int radix) {
    return at < text.length() && Character.digit(text.at(at), radix) >= 0;
  }

  /** Whether a word stands at a place, in any case. */
  static boolean isWord(LuaString text, int at, String word) {
    for (int i = 0; i < word.length(); i++) {
      if ((byteAt(text, at + i) | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int byteAt(LuaString text, int at) {
    return at < text.length() ? text.at(at) : 0;
  }
}
