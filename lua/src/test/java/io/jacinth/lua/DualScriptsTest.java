package io.jacinth.lua;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small scripts whose replies must be those of a real Redis, byte for byte. */
class DualScriptsTest {
  /**
   * {@code errors.txt} holds what goes wrong: messages, places, names, limits; {@code order.txt}
   * when variables are read, the order of keys, and the sign of what is no number.
   */
  @ParameterizedTest
  @ValueSource(strings = {"scripts.txt", "errors.txt", "order.txt"})
  void repliesAsRedis(String file) throws IOException {
    SoftAssertions softly = new SoftAssertions();
    try (RedisOracle redis = RedisOracle.start()) {
      for (String script : scripts(file)) {
        Object expected = redis.eval(script);
        for (Ways way : Ways.values()) {
          way.choose();
          softly.assertThat(Sandbox.eval(script)).as("%s: %s", way, script).isEqualTo(expected);
        }
      }
    }
    softly.assertAll();
  }

  private static String[] scripts(String file) throws IOException {
    try (InputStream in = DualScriptsTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).strip().split("\n----\n?");
    }
  }
}
