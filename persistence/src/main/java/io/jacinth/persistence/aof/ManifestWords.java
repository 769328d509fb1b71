package io.jacinth.persistence.aof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The words of a manifest's line, as Redis quotes them: blanks, quotes and whatever cannot be seen
 * stand in double quotes, there behind a backslash where they need one, bytes beyond ASCII as
 * {@code \\xHH}. Lines are taken byte by byte; words are in UTF-8.
 */
final class ManifestWords {
  private static final String ESCAPED = "\\\"\n\r\t\u0007\b";
  private static final String LETTERS = "\\\"nrtab";

  private final String line;
  private final StringBuilder word = new StringBuilder();
  private int at;

  private ManifestWords(String line) {
    this.line = line;
  }

  /** A word as it is written. */
  static String quoted(String word) {
    if (word.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '\'' && c != '\\')) {
      return word;
    }
    StringBuilder text = new StringBuilder("\"");
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      int letter = ESCAPED.indexOf(b);
      if (letter >= 0) {
        text.append('\\').append(LETTERS.charAt(letter));
      } else if (b >= ' ' && b < 127) {
        text.append((char) b);
      } else {
        text.append("\\x").append(HexFormat.of().toHexDigits(b));
      }
    }
    return text.append('"').toString();
  }

  /** The words of a line; none where a quote does not end. */
  static List<String> split(String line) {
    ManifestWords words = new ManifestWords(line);
    List<String> found = new ArrayList<>();
    while (words.skipBlanks()) {
      if (!words.read()) {
        return List.of();
      }
      byte[] bytes = words.word.toString().getBytes(StandardCharsets.ISO_8859_1);
      found.add(new String(bytes, StandardCharsets.UTF_8));
    }
    return found;
  }

  private boolean skipBlanks() {
    while (at < line.length() && line.charAt(at) <= ' ') {
      at++;
    }
    return at < line.length();
  }

  private boolean read() {
    word.setLength(0);
    while (at < line.length() && line.charAt(at) > ' ') {
      char c = line.charAt(at++);
      if (c == '"' || c == '\'') {
        return readQuoted(c);
      }
      word.append(c);
    }
    return true;
  }

  private boolean readQuoted(char quote) {
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c == quote) {
        return at == line.length() || line.charAt(at) <= ' ';
      }
      boolean isEscape = c == '\\' && at < line.length();
      if (isEscape && quote == '"') {
        word.append(escaped());
      } else if (isEscape && line.charAt(at) == '\'') {
        word.append(line.charAt(at++));
      } else {
        word.append(c);
      }
    }
    return false;
  }

  private char escaped() {
    char c = line.charAt(at++);
    if (c == 'x' && isHexPair()) {
      at += 2;
      return (char) HexFormat.fromHexDigits(line, at - 2, at);
    }
    int letter = LETTERS.indexOf(c);
    return letter < 0 ? c : ESCAPED.charAt(letter);
  }

  private boolean isHexPair() {
    return at + 2 <= line.length()
        && HexFormat.isHexDigit(line.charAt(at))
        && HexFormat.isHexDigit(line.charAt(at + 1));
  }
}
