package io.jacinth.lua.library;

import io.jacinth.lua.LuaString;
import org.jspecify.annotations.Nullable;

/** Whole numbers in a base from 2 to 36, as C's strtoul reads them on a 64-bit machine. */
final class BasedNumber {
  private BasedNumber() {}

  static @Nullable Double read(LuaString text, int base) {
    int at = skipSpaces(text, 0);
    boolean isNegative = at < text.length() && text.at(at) == '-';
    if (at < text.length() && (isNegative || text.at(at) == '+')) {
      at++;
    }
    if (base == 16 && isHexPrefix(text, at)) {
      at += 2;
    }
    int start = at;
    long value = 0;
    boolean isTooLarge = false;
    for (; at < text.length(); at++) {
      int digit = Character.digit(text.at(at), base);
      if (digit < 0 || text.at(at) > 127) {
        break;
      }
      isTooLarge |= Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, base)) > 0;
      value = value * base + digit;
    }
    if (at == start || skipSpaces(text, at) != text.length()) {
      return null;
    }
    long bits = isTooLarge ? -1L : isNegative ? -value : value;
    return unsigned(bits);
  }

  private static boolean isHexPrefix(LuaString text, int at) {
    return at + 2 < text.length()
        && text.at(at) == '0'
        && (text.at(at + 1) | 0x20) == 'x'
        && Character.digit(text.at(at + 2), 16) >= 0;
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? (double) bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }

  private static int skipSpaces(LuaString text, int from) {
    int at = from;
    while (at < text.length() && CharacterClass.isSpace(text.at(at))) {
      at++;
    }
    return at;
  }
}
