package io.jacinth.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jacinth.testkit.RealRedis;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzzer itself, on two real servers: it must find what differs and nothing else. */
@SuppressWarnings("NullAway.Init") // without redis-server nothing is started and no test runs
class DifferentialFuzzerTest {

  private static final int COMMANDS = 5_000;
  private static final long SEED = Long.getLong("jacinth.fuzz.seed", 7);

  private static RealRedis redis;
  private static RealRedis same;

  @BeforeAll
  static void start() {
    assumeThat(RealRedis.binary()).isPresent();
    redis = RealRedis.start();
    same = RealRedis.start();
  }

  @AfterAll
  static void stop() {
    if (redis != null && same != null) {
      redis.close();
      same.close();
    }
  }

  static List<Family> families() {
    return Families.all();
  }

  @ParameterizedTest
  @MethodSource("families")
  void findsNoDifferenceBetweenARedisAndItsLike(Family family) {
    assertThat(new DifferentialFuzzer(redis, same, family, SEED, false).run(COMMANDS)).isEmpty();
    assertThat(new DifferentialFuzzer(redis, same, family, SEED, true).run(COMMANDS)).isEmpty();
  }

  @Test
  void findsADifferenceAndTheCommandsThatAreEnoughForIt() {
    Family hashes =
        new Family(
            "hashes",
            List.of(
                dice -> Request.of("HSET", "h", dice.between(0, 50), "v"),
                dice -> Request.of("HDEL", "h", dice.between(0, 50)),
                dice -> Request.of("OBJECT", "ENCODING", "h")),
            List.of(),
            List.of());
    try (RealRedis other = RealRedis.start("--hash-max-listpack-entries", "3")) {
      Optional<Difference> difference =
          new DifferentialFuzzer(redis, other, hashes, SEED, false).run(COMMANDS);
      assertThat(difference).isPresent();
      assertThat(difference.get().script()).hasSize(5);
      assertThat(difference.get().toString())
          .contains("family hashes, seed " + SEED + ", request ", "\"OBJECT\" \"ENCODING\" \"h\"")
          .contains("\"$8\\r\\nlistpack\\r\\n\"", "\"$9\\r\\nhashtable\\r\\n\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    ":5, :9, true",
    ":5, :11, false",
    ":-1, :1, false",
    "-ERR, :1, false",
    "-ERR, -ERR, true"
  })
  void allowsForTheTimeBetweenTwoReplies(String left, String right, boolean agree) {
    assertThat(ReplyComparison.within(5).agree(wire(left), wire(right))).isEqualTo(agree);
  }

  @ParameterizedTest
  @CsvSource({
    "'*2\r\n:1\r\n+a', '*2\r\n+a\r\n:1', true",
    "'*2\r\n:1\r\n+a', '*2\r\n+a\r\n+1', false",
    "'*1\r\n*2\r\n:1\r\n:2', '*1\r\n*2\r\n:2\r\n:1', true",
    "'*1\r\n:1', '~1\r\n:1', false"
  })
  void allowsForAnyOrder(String left, String right, boolean agree) {
    assertThat(ReplyComparison.UNORDERED.agree(wire(left), wire(right))).isEqualTo(agree);
  }

  private static byte[] wire(String reply) {
    return (reply + "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
