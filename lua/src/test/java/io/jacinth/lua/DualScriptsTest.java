package io.jacinth.lua;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Small scripts whose replies must be those of a real Redis, byte for byte. */
class DualScriptsTest {
  @Test
  void repliesAsRedis() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    try (RedisOracle redis = RedisOracle.start()) {
      for (String script : scripts()) {
        Object expected = redis.eval(script);
        for (Ways way : Ways.values()) {
          way.choose();
          softly.assertThat(Sandbox.eval(script)).as("%s: %s", way, script).isEqualTo(expected);
        }
      }
    }
    softly.assertAll();
  }

  private static String[] scripts() throws IOException {
    try (InputStream in = DualScriptsTest.class.getResourceAsStream("scripts.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).strip().split("\n----\n?");
    }
  }
}
