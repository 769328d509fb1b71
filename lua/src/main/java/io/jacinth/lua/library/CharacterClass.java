package io.jacinth.lua.library;

/** What C's ctype.h says of bytes in the locale C. */
final class CharacterClass {
  private CharacterClass() {}

  static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isLetter(int c) {
    return isUpper(c) || isLower(c);
  }

  static boolean isHexDigit(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  static boolean isControl(int c) {
    return c < 32 || c == 127;
  }

  static boolean isPunctuation(int c) {
    return c > 32 && c < 127 && !isLetter(c) && !isDigit(c);
  }

  static int toLower(int c) {
    return isUpper(c) ? c + 32 : c;
  }

  static int toUpper(int c) {
    return isLower(c) ? c - 32 : c;
  }
}
