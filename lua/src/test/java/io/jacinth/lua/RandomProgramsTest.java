package io.jacinth.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Random programs on a real Redis and here. {@code -Djacinth.lua.programs=100000} for a long run,
 * {@code -Djacinth.lua.seed=…} for another one.
 */
class RandomProgramsTest {
  @Test
  void repliesAsRedis() throws IOException {
    int programs = Integer.getInteger("jacinth.lua.programs", 500);
    long seed = Long.getLong("jacinth.lua.seed", 1);
    System.out.println("Random programs from seed " + seed);
    try (RedisOracle redis = RedisOracle.start()) {
      for (long i = seed; i < seed + programs; i++) {
        String program = RandomProgram.of(i);
        Object expected = redis.eval(program);
        for (Ways way : Ways.values()) {
          way.choose();
          assertThat(Sandbox.eval(program))
              .as("seed %d, %s:%n%s", i, way, program)
              .isEqualTo(expected);
        }
      }
    }
  }
}
