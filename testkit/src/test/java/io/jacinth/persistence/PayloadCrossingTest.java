package io.jacinth.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one server dumps the other restores, both ways, for every type in every form. */
class PayloadCrossingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private JacinthUnderTest jacinth;
  private RealRedis redis;
  private RespConnection ours;
  private RespConnection theirs;

  @BeforeEach
  void start() throws IOException {
    assumeThat(RealRedis.binary()).isPresent();
    jacinth = JacinthUnderTest.startInRealTime();
    redis = RealRedis.start();
    ours = RespConnection.connect(jacinth.address(), PATIENCE);
    theirs = RespConnection.connect(redis.address(), PATIENCE);
  }

  @AfterEach
  void stop() throws IOException {
    if (redis != null) {
      ours.close();
      theirs.close();
      try (RealRedis closing = redis;
          JacinthUnderTest checked = jacinth) {
        assertThat(closing).isNotNull();
        checked.checkInvariants();
      }
    }
  }

  /** Requests that make the key k. */
  private record Value(String name, List<String[]> requests) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Value value(String name, String... lines) {
    return new Value(name, Stream.of(lines).map(line -> line.split(" ")).toList());
  }

  private static String many(String command, int count, String form) {
    StringBuilder line = new StringBuilder(command);
    for (int i = 0; i < count; i++) {
      line.append(' ').append(form.replace("#", Integer.toString(i)));
    }
    return line.toString();
  }

  static Stream<Value> values() {
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

  private static void make(RespConnection server, Value value) {
    server.send("DEL", "k");
    for (String[] request : value.requests) {
      assertThat(server.send(request)).isNotInstanceOf(RespValue.SimpleError.class);
    }
  }

  private static byte[] dump(RespConnection server) {
    return ((BulkString) server.send("DUMP", "k")).bytes();
  }

  private static RespValue restore(RespConnection server, byte[] payload) {
    return server.send(bytes("RESTORE"), bytes("k"), bytes("0"), payload, bytes("REPLACE"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** All that can be asked of the key, in an order that does not depend on the server. */
  private static List<String> content(RespConnection server) {
    String type = ((RespValue.SimpleString) server.send("TYPE", "k")).text();
    return switch (type) {
      case "string" -> List.of(server.send("GET", "k").toString());
      case "list" -> elements(server.send("LRANGE", "k", "0", "-1"));
      case "set" -> elements(server.send("SMEMBERS", "k")).stream().sorted().toList();
      case "hash" -> elements(server.send("HGETALL", "k")).stream().sorted().toList();
      case "zset" -> elements(server.send("ZRANGE", "k", "0", "-1", "WITHSCORES"));
      case "stream" ->
          List.of(
              server.send("XRANGE", "k", "-", "+").toString(),
              server.send("XINFO", "GROUPS", "k").toString(),
              server.send("XLEN", "k").toString(),
              pending(server));
      default -> List.of(type);
    };
  }

  private static String pending(RespConnection server) {
    RespValue groups = server.send("XINFO", "GROUPS", "k");
    return elements(groups).isEmpty() ? "" : server.send("XPENDING", "k", "one").toString();
  }

  private static List<String> elements(RespValue value) {
    return ((RespValue.ArrayValue) value).elements().stream().map(RespValue::toString).toList();
  }

  @ParameterizedTest
  @MethodSource("values")
  void crossesFromRedis(Value value) {
    make(theirs, value);
    List<String> expected = content(theirs);
    assertThat(restore(ours, dump(theirs))).hasToString("OK");
    assertThat(content(ours)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("values")
  void crossesToRedis(Value value) {
    make(ours, value);
    List<String> expected = content(ours);
    assertThat(restore(theirs, dump(ours))).hasToString("OK");
    assertThat(content(theirs)).isEqualTo(expected);
    assertThat(restore(ours, dump(theirs))).hasToString("OK");
    assertThat(content(ours)).isEqualTo(expected);
  }

  /** Damage behind a right checksum is refused, or restored as some value; nothing breaks. */
  @Test
  void survivesDamage() {
    Random random = new Random(7);
    make(ours, value("text", "SET k kept"));
    List<byte[]> payloads =
        values()
            .map(
                value -> {
                  make(theirs, value);
                  return dump(theirs);
                })
            .toList();
    int refused = 0;
    for (int round = 0; round < 2_000; round++) {
      byte[] payload = payloads.get(random.nextInt(payloads.size())).clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        payload[random.nextInt(payload.length - 10)] = (byte) random.nextInt();
      }
      Checksums.seal(payload);
      RespValue before = ours.send("TYPE", "k");
      RespValue reply = restore(ours, payload);
      if (reply instanceof RespValue.SimpleError error) {
        assertThat(error.text()).isEqualTo("ERR Bad data format");
        assertThat(ours.send("TYPE", "k")).isEqualTo(before);
        refused++;
      } else {
        assertThat(content(ours)).isNotNull();
      }
    }
    assertThat(refused).isGreaterThan(200);
  }
}
