package io.jacinth.persistence;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values of every type in every form. */
public final class SampleValues {
  private SampleValues() {}

  /** Requests that make the key k. */
  record Value(String name, List<String[]> requests) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Value value(String name, String... lines) {
    return new Value(name, Stream.of(lines).map(line -> line.split(" ")).toList());
  }

  private static String many(String command, int count, String form) {
    StringBuilder line = new StringBuilder(command);
    for (int i = 0; i < count; i++) {
      line.append(' ').append(form.replace("#", Integer.toString(i)));
    }
    return line.toString();
  }

  static Stream<Value> all() {
    String x = "x";
    return Stream.of(
        value("integer", "SET k -7"),
        value("large integer", "SET k 1234567890123"),
        value("text", "SET k hello"),
        value("long text", "SET k " + "abcdefg".repeat(5_000)),
        value("short list", "RPUSH k a 1 -300 " + x.repeat(200)),
        value("long list", many("RPUSH k", 5_000, "element-#")),
        value("list of long elements", "RPUSH k a " + x.repeat(20_000) + " b " + x.repeat(9_000)),
        value("set of integers", "SADD k 1 -5 70000 5000000000"),
        value("large set of integers", many("SADD k", 2_000, "#")),
        value("short set", "SADD k a b 12 " + x.repeat(70)),
        value("large set", many("SADD k", 3_000, "member-#")),
        value("short hash", "HSET k f v n 12 e -3"),
        value("hash of a long value", "HSET k f " + x.repeat(3_000) + " g " + x.repeat(3_000)),
        value("large hash", many("HSET k", 2_000, "field-# value-#")),
        value("short sorted set", "ZADD k 1 a 2.5 b -inf c 1234567.5 d 1 " + x.repeat(60)),
        value("large sorted set", many("ZADD k", 2_000, "#.25 member-#")),
        value(
            "stream",
            "XADD k 1-1 f v g w",
            "XADD k 1-2 f v2 g w2",
            "XADD k 5-0 other 17",
            "XADD k 6-0 f v3 g w3",
            "XDEL k 1-2"),
        new Value(
            "long stream",
            IntStream.range(1, 500)
                .mapToObj(i -> ("XADD k " + i + "-1 field value-" + i).split(" "))
                .toList()),
        value("emptied stream", "XADD k 1-1 f v", "XDEL k 1-1"),
        value(
            "stream with groups",
            "XADD k 1-1 f v",
            "XADD k 2-1 f v",
            "XADD k 3-1 f v",
            "XGROUP CREATE k one 0",
            "XGROUP CREATE k two $",
            "XREADGROUP GROUP one alice COUNT 1 STREAMS k >",
            "XREADGROUP GROUP one bob STREAMS k >",
            "XREADGROUP GROUP one bob STREAMS k 0",
            "XACK k one 2-1",
            "XGROUP CREATECONSUMER k one idle"));
  }

  /** All that can be asked of a key, in an order that does not depend on the server. */
  public static List<String> content(RespConnection server, String key) {
    String type = ((RespValue.SimpleString) server.send("TYPE", key)).text();
    return switch (type) {
      case "string" -> List.of(server.send("GET", key).toString());
      case "list" -> elements(server.send("LRANGE", key, "0", "-1"));
      case "set" -> elements(server.send("SMEMBERS", key)).stream().sorted().toList();
      case "hash" -> elements(server.send("HGETALL", key)).stream().sorted().toList();
      case "zset" -> elements(server.send("ZRANGE", key, "0", "-1", "WITHSCORES"));
      case "stream" ->
          List.of(
              server.send("XRANGE", key, "-", "+").toString(),
              server.send("XINFO", "GROUPS", key).toString(),
              server.send("XLEN", key).toString(),
              pending(server, key));
      default -> List.of(type);
    };
  }

  private static String pending(RespConnection server, String key) {
    RespValue groups = server.send("XINFO", "GROUPS", key);
    return elements(groups).isEmpty() ? "" : server.send("XPENDING", key, "one").toString();
  }

  private static List<String> elements(RespValue value) {
    return ((RespValue.ArrayValue) value).elements().stream().map(RespValue::toString).toList();
  }
}
