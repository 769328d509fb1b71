package io.jacinth.client;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** RESP values and bytes as people read them. */
public final class RespText {

  private static final int LONGEST_SHOWN = 1_000;

  private RespText() {}

  /**
   * The bytes in double quotes, what is not printable ASCII escaped; the middle of a long string is
   * left out.
   */
  public static String quote(byte[] bytes) {
    if (bytes.length <= LONGEST_SHOWN) {
      return "\"" + escape(bytes, 0, bytes.length) + "\"";
    }
    int half = LONGEST_SHOWN / 2;
    return "\"%s\"...(%d bytes)...\"%s\""
        .formatted(
            escape(bytes, 0, half),
            bytes.length - 2 * half,
            escape(bytes, bytes.length - half, bytes.length));
  }

  static String list(String open, List<RespValue> elements, String close) {
    StringJoiner joiner = new StringJoiner(", ", open, close);
    elements.forEach(element -> joiner.add(element.toString()));
    return joiner.toString();
  }

  static String pairs(List<Map.Entry<RespValue, RespValue>> entries) {
    StringJoiner joiner = new StringJoiner(", ", "{", "}");
    entries.forEach(entry -> joiner.add(entry.getKey() + " => " + entry.getValue()));
    return joiner.toString();
  }

  private static String escape(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from + 8);
    for (int i = from; i < to; i++) {
      appendEscaped(text, bytes[i] & 0xff);
    }
    return text.toString();
  }

  private static void appendEscaped(StringBuilder text, int value) {
    switch (value) {
      case '\r' -> text.append("\\r");
      case '\n' -> text.append("\\n");
      case '\t' -> text.append("\\t");
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      default -> {
        if (value >= 0x20 && value < 0x7f) {
          text.append((char) value);
        } else {
          text.append(String.format("\\x%02x", value));
        }
      }
    }
  }
}
