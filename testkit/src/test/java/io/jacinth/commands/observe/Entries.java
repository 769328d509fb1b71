package io.jacinth.commands.observe;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.Reply;
import java.util.List;

/** Reads the entries of SLOWLOG GET and COMMANDLOG GET. */
final class Entries {
  private Entries() {}

  /** The fields of each entry. */
  static List<List<RespValue>> of(Reply reply) {
    return reply.elements().stream().map(Entries::elements).toList();
  }

  /** The words of each entry's request, joined by spaces. */
  static List<String> requests(Reply reply) {
    return of(reply).stream().map(fields -> words(fields.get(3))).toList();
  }

  private static String words(RespValue array) {
    return String.join(" ", elements(array).stream().map(Entries::text).toList());
  }

  static List<RespValue> elements(RespValue array) {
    return ((RespValue.ArrayValue) array).elements();
  }

  static String text(RespValue value) {
    return ((RespValue.BulkString) value).text();
  }

  static long number(RespValue value) {
    return ((RespValue.IntegerValue) value).value();
  }
}
