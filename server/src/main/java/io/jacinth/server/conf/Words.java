package io.jacinth.server.conf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a line of redis.conf. Between blanks, a word is what stands there; in double quotes
 * it may hold blanks and {@code \n \r \t \b \a \xHH \" \\}; in single quotes blanks and {@code \'}.
 * A closing quote ends its word and must be followed by a blank or the end.
 */
final class Words {
  private static final String BLANKS = " \t\n\u000b\f\r";

  private final String line;
  private final StringBuilder word = new StringBuilder();
  private int at;

  private Words(String line) {
    this.line = line;
  }

  /** The words, none for a line of blanks; null where quotes are unbalanced. */
  static @Nullable List<String> split(String line) {
    Words words = new Words(line);
    List<String> found = new ArrayList<>();
    while (words.skipBlanks()) {
      if (!words.readWord()) {
        return null;
      }
      found.add(words.word.toString());
    }
    return found;
  }

  private boolean skipBlanks() {
    while (at < line.length() && isBlank(line.charAt(at))) {
      at++;
    }
    return at < line.length();
  }

  private static boolean isBlank(char c) {
    return BLANKS.indexOf(c) >= 0;
  }

  private boolean readWord() {
    word.setLength(0);
    while (at < line.length() && !isBlank(line.charAt(at))) {
      char c = line.charAt(at++);
      switch (c) {
        case '"':
          return readDoubleQuoted();
        case '\'':
          return readSingleQuoted();
        default:
          word.append(c);
      }
    }
    return true;
  }

  private boolean readDoubleQuoted() {
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c == '"') {
        return isAtEndOfWord();
      }
      word.append(c == '\\' && at < line.length() ? escaped() : c);
    }
    return false;
  }

  private char escaped() {
    char c = line.charAt(at++);
    return switch (c) {
      case 'x' -> isHexPair() ? hexPair() : 'x';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'a' -> '\u0007';
      default -> c;
    };
  }

  private boolean isHexPair() {
    return at + 2 <= line.length() && hexDigit(at) >= 0 && hexDigit(at + 1) >= 0;
  }

  private char hexPair() {
    char c = (char) (hexDigit(at) * 16 + hexDigit(at + 1));
    at += 2;
    return c;
  }

  private int hexDigit(int index) {
    char c = line.charAt(index);
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private boolean readSingleQuoted() {
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c == '\'') {
        return isAtEndOfWord();
      }
      if (c == '\\' && at < line.length() && line.charAt(at) == '\'') {
        at++;
        c = '\'';
      }
      word.append(c);
    }
    return false;
  }

  private boolean isAtEndOfWord() {
    return at == line.length() || isBlank(line.charAt(at));
  }
}
