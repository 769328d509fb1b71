package io.jacinth.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jacinth beside Redis, under random commands. {@code -Djacinth.fuzz.commands=1000000
 * -Djacinth.fuzz.seed=2} makes the run longer and another one, {@code -Djacinth.fuzz.family=geo}
 * leaves out the families whose names lack the word.
 */
class JacinthFuzzTest {

  private static final int COMMANDS = Integer.getInteger("jacinth.fuzz.commands", 20_000);
  private static final long SEED = Long.getLong("jacinth.fuzz.seed", 1);

  private static final String FAMILY = System.getProperty("jacinth.fuzz.family", "");

  static List<Family> families() {
    return Families.all().stream().filter(family -> family.name().contains(FAMILY)).toList();
  }

  @ParameterizedTest
  @MethodSource("families")
  void answersInResp2AsRedisDoes(Family family) {
    fuzz(family, false);
  }

  @ParameterizedTest
  @MethodSource("families")
  void answersInResp3AsRedisDoes(Family family) {
    fuzz(family, true);
  }

  /**
   * Redis 7.0 makes a consumer when there is something for it, 7.2 and Jacinth when it is named.
   */
  static List<Family> familiesWithoutConsumers() {
    return families().stream().filter(family -> !family.name().equals("stream groups")).toList();
  }

  /** Notifications, watches and caches learn of the same changes. */
  @ParameterizedTest
  @MethodSource("familiesWithoutConsumers")
  void tellsOthersWhatRedisTells(Family family) {
    assumeThat(RealRedis.binary()).isPresent();
    try (JacinthUnderTest jacinth =
            JacinthUnderTest.startInRealTime("--enable-debug-command", "yes");
        RealRedis redis = RealRedis.start()) {
      Family known = family.within(commandsOf(jacinth));
      assertThat(DifferentialFuzzer.ofNews(jacinth, redis, known, SEED).run(COMMANDS / 20))
          .isEmpty();
      jacinth.checkInvariants();
      say(family, "news", COMMANDS / 20);
    }
  }

  /** A family may name commands that are still to come. */
  private static Set<String> commandsOf(JacinthUnderTest jacinth) {
    return jacinth.server().engine().commands().all().stream()
        .map(command -> command.name().toUpperCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static void fuzz(Family family, boolean resp3) {
    assumeThat(RealRedis.binary()).isPresent();
    try (JacinthUnderTest jacinth =
            JacinthUnderTest.startInRealTime("--enable-debug-command", "yes");
        RealRedis redis = RealRedis.start()) {
      Set<String> commands = commandsOf(jacinth);
      assumeThat(commands).contains(resp3 ? "HELLO" : "PING");
      Family known = family.within(commands);
      assertThat(new DifferentialFuzzer(jacinth, redis, known, SEED, resp3).run(COMMANDS))
          .isEmpty();
      jacinth.checkInvariants();
      say(family, resp3 ? "RESP3" : "RESP2", COMMANDS);
    }
  }

  private static void say(Family family, String view, int commands) {
    System.out.printf("%-22s %s seed %d: %,d equal%n", family.name(), view, SEED, commands);
  }
}
