package io.jacinth.lua;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Strings that look like numbers, by the rules of C's strtod as Lua 5.1 uses it: spaces around,
 * decimal and hexadecimal forms, {@code inf} and {@code nan}. A zero byte ends the text.
 */
public final class NumberReader {
  /** Longer texts are no numbers: to read them would take time that nobody could stop. */
  private static final int MOST_BYTES = 1 << 16;

  private final byte[] bytes;
  private final int end;
  private int at;

  private NumberReader(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /** The number that a text stands for, or null. */
  public static @Nullable Double read(LuaString text) {
    if (text.length() > MOST_BYTES) {
      return null;
    }
    byte[] bytes = text.array();
    int end = 0;
    while (end < text.length() && bytes[end] != 0) {
      end++;
    }
    return new NumberReader(bytes, end).number();
  }

  private @Nullable Double number() {
    skipSpaces();
    Double result = signed();
    skipSpaces();
    return at == end ? result : null;
  }

  private @Nullable Double signed() {
    boolean negative = at < end && bytes[at] == '-';
    if (negative || (at < end && bytes[at] == '+')) {
      at++;
    }
    Double size = unsigned();
    if (size == null) {
      return null;
    }
    return negative ? -size : size;
  }

  private @Nullable Double unsigned() {
    if (takeWord("infinity") || takeWord("inf")) {
      return Double.POSITIVE_INFINITY;
    }
    if (takeWord("nan")) {
      return Double.NaN;
    }
    if (peek(0) == '0' && (peek(1) | 0x20) == 'x') {
      return hexadecimal();
    }
    return decimal();
  }

  private @Nullable Double hexadecimal() {
    int start = at;
    at += 2;
    int digits = skipHexDigits();
    if (peek(0) == '.') {
      at++;
      digits += skipHexDigits();
    }
    if (digits == 0) {
      return null;
    }
    boolean hasExponent = skipExponent('p');
    String text = text(start, at) + (hasExponent ? "" : "p0");
    return Double.parseDouble(text);
  }

  private int skipHexDigits() {
    int from = at;
    while (Character.digit(peek(0), 16) >= 0) {
      at++;
    }
    return at - from;
  }

  private @Nullable Double decimal() {
    int start = at;
    int digits = skipDigits();
    int whole = at - start;
    if (peek(0) == '.') {
      at++;
      digits += skipDigits();
    }
    if (digits == 0) {
      return null;
    }
    if (!skipExponent('e') && digits == whole && whole < 16) {
      return (double) integer(start, at);
    }
    return Double.parseDouble(text(start, at));
  }

  private long integer(int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum = sum * 10 + (bytes[i] - '0');
    }
    return sum;
  }

  private int skipDigits() {
    int from = at;
    while (peek(0) >= '0' && peek(0) <= '9') {
      at++;
    }
    return at - from;
  }

  /** Skips an exponent if a whole one is there. */
  private boolean skipExponent(char letter) {
    if ((peek(0) | 0x20) != letter) {
      return false;
    }
    int before = at;
    at++;
    if (peek(0) == '+' || peek(0) == '-') {
      at++;
    }
    if (skipDigits() > 0) {
      return true;
    }
    at = before;
    return false;
  }

  private boolean takeWord(String word) {
    if (end - at < word.length()
        || !text(at, at + word.length()).toLowerCase(Locale.ROOT).equals(word)) {
      return false;
    }
    at += word.length();
    return true;
  }

  private void skipSpaces() {
    while (at < end && (bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r'))) {
      at++;
    }
  }

  private int peek(int ahead) {
    return at + ahead < end ? bytes[at + ahead] & 0xff : 0;
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
