package io.jacinth.commands.sweep;

import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.MapValue;
import io.jacinth.client.RespValue.SetValue;
import java.util.List;

/**
 * A reply as text, so that two replies are the same where their texts are: order does not count.
 */
final class SweptReply {
  private SweptReply() {}

  static String text(RespValue value) {
    return switch (value) {
      case ArrayValue(List<RespValue> elements) -> "array " + sorted(elements);
      case SetValue(List<RespValue> elements) -> "set " + sorted(elements);
      case MapValue map ->
          "map "
              + map.entries().stream()
                  .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
                  .sorted()
                  .toList();
      default -> value.getClass().getSimpleName() + " " + value;
    };
  }

  private static List<String> sorted(List<RespValue> elements) {
    return elements.stream().map(SweptReply::text).sorted().toList();
  }

  /** What kind of reply a text is of: all that can be compared where chance or time decide. */
  static String kind(String text) {
    return text.substring(0, text.indexOf(' '));
  }
}
