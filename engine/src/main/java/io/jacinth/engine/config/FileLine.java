package io.jacinth.engine.config;

/**
 * A directive's value as CONFIG REWRITE writes it into the configuration file.
 *
 * @param text what follows the directive's name
 * @param isNeeded whether a file without the directive gets a line for it; where the file has one,
 *     that is brought up to date in any case
 */
public record FileLine(String text, boolean isNeeded) {
  /**
   * A text as one word in double quotes, such that reading it gives it back; printable throughout.
   */
  public static String quoted(String word) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      switch (c) {
        case '\\', '"' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\b' -> quoted.append("\\b");
        case '\u0007' -> quoted.append("\\a");
        default -> quoted.append(c >= ' ' && c < 127 ? c : "\\x%02x".formatted((int) c));
      }
    }
    return quoted.append('"').toString();
  }
}
