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

  static Stream<SampleValues.Value> values() {
    return SampleValues.all();
  }

  private static void make(RespConnection server, SampleValues.Value value) {
    server.send("DEL", "k");
    for (String[] request : value.requests()) {
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

  private static List<String> content(RespConnection server) {
    return SampleValues.content(server, "k");
  }

  @ParameterizedTest
  @MethodSource("values")
  void crossesFromRedis(SampleValues.Value value) {
    make(theirs, value);
    List<String> expected = content(theirs);
    assertThat(restore(ours, dump(theirs))).hasToString("OK");
    assertThat(content(ours)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("values")
  void crossesToRedis(SampleValues.Value value) {
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
    Random random = new Random(Long.getLong("jacinth.damage.seed", 7));
    int rounds = Integer.getInteger("jacinth.damage.rounds", 2_000);
    make(ours, SampleValues.value("text", "SET k kept"));
    List<byte[]> payloads =
        values()
            .map(
                value -> {
                  make(theirs, value);
                  return dump(theirs);
                })
            .toList();
    int refused = 0;
    for (int round = 0; round < rounds; round++) {
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
    assertThat(refused).isGreaterThan(rounds / 10);
  }
}
