package io.jacinth.testkit.fuzz;

import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.client.RespValue.DoubleValue;
import io.jacinth.client.RespValue.IntegerValue;
import io.jacinth.client.RespValue.MapValue;
import io.jacinth.client.RespValue.SetValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Whether two servers gave the same answer, seen by the exact bytes of their replies. */
@FunctionalInterface
public interface ReplyComparison {

  /** Every byte. */
  ReplyComparison EXACT = Arrays::equals;

  /** The same elements at every level, or the same entries of a map, in any order. */
  ReplyComparison UNORDERED =
      (left, right) -> sorted(RespValue.parse(left)).equals(sorted(RespValue.parse(right)));

  /**
   * Every byte but those of numbers, which must be equal as doubles: since 7.2 Redis writes them in
   * the shortest form. The sign of zero is lost in packed sets, and which are packed differs, too.
   */
  ReplyComparison SCORES =
      (left, right) ->
          Arrays.equals(left, right)
              || numbered(RespValue.parse(left)).equals(numbered(RespValue.parse(right)));

  /** As {@link #SCORES}, in any order. */
  ReplyComparison UNORDERED_SCORES =
      (left, right) ->
          sorted(numbered(RespValue.parse(left))).equals(sorted(numbered(RespValue.parse(right))));

  /** The same type, or the same error: for what chance, the clock or the server's name decides. */
  ReplyComparison SAME_TYPE =
      (left, right) -> left[0] == right[0] && (left[0] != '-' || Arrays.equals(left, right));

  /** Names of encodings: Redis calls a small list a listpack since 7.2, before a quicklist. */
  ReplyComparison ENCODING = calls("quicklist", "listpack");

  /** Names of encodings: small sets of strings are listpacks since Redis 7.2. */
  ReplyComparison SET_ENCODING = calls("hashtable", "listpack");

  private static ReplyComparison calls(String before, String since) {
    return (left, right) ->
        Arrays.equals(left, right)
            || (RespValue.parse(left) instanceof BulkString ours
                && RespValue.parse(right) instanceof BulkString theirs
                && ours.text().equals(since)
                && theirs.text().equals(before));
  }

  boolean agree(byte[] left, byte[] right);

  /**
   * Two integers not further apart than this, both negative or neither; anything else by every
   * byte.
   */
  static ReplyComparison within(long tolerance) {
    return (left, right) ->
        Arrays.equals(left, right)
            || (RespValue.parse(left) instanceof IntegerValue(long a)
                && RespValue.parse(right) instanceof IntegerValue(long b)
                && a >= 0
                && b >= 0
                && Math.abs(a - b) <= tolerance);
  }

  private static RespValue numbered(RespValue value) {
    return switch (value) {
      case ArrayValue(List<RespValue> elements) ->
          new ArrayValue(elements.stream().map(ReplyComparison::numbered).toList());
      case DoubleValue(double number, String text) -> new DoubleValue(number + 0.0, "double");
      case BulkString bulk -> {
        try {
          yield new DoubleValue(Double.parseDouble(bulk.text()) + 0.0, "bulk");
        } catch (NumberFormatException noNumber) {
          yield bulk;
        }
      }
      default -> value;
    };
  }

  private static String sorted(RespValue value) {
    return switch (value) {
      case ArrayValue(List<RespValue> elements) -> "array " + sorted(elements);
      case SetValue(List<RespValue> elements) -> "set " + sorted(elements);
      case MapValue(List<Map.Entry<RespValue, RespValue>> entries) ->
          "map "
              + entries.stream()
                  .map(entry -> sorted(entry.getKey()) + "=" + sorted(entry.getValue()))
                  .sorted()
                  .toList();
      default -> value.getClass().getSimpleName() + " " + value;
    };
  }

  private static List<String> sorted(List<RespValue> elements) {
    return elements.stream().map(ReplyComparison::sorted).sorted().toList();
  }
}
