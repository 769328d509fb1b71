package io.jacinth.commands.scripting;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import io.jacinth.testkit.RunningServer;
import io.jacinth.testkit.TestConnection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of all kinds by EVAL: the bytes of their replies are those of a real Redis. */
class ScriptRepliesTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void repliesAsRedis(int protocol) throws IOException {
    assumeTrue(RealRedis.binary().isPresent(), "no redis-server on the PATH");
    SoftAssertions softly = new SoftAssertions();
    try (RunningServer ours = JacinthUnderTest.startInRealTime();
        RunningServer theirs = RealRedis.start();
        TestConnection our = TestConnection.open(ours);
        TestConnection their = TestConnection.open(theirs)) {
      our.send("HELLO", protocol);
      their.send("HELLO", protocol);
      for (String script : scripts()) {
        byte[] bytes = script.getBytes(StandardCharsets.ISO_8859_1);
        softly.assertThat(reply(our, bytes)).as(script).isEqualTo(reply(their, bytes));
      }
    }
    softly.assertAll();
  }

  private static String reply(TestConnection connection, byte[] script) {
    byte[] wire = connection.send("EVAL", script, 1, "k1", "a1", "a2").wire();
    return new String(wire, StandardCharsets.ISO_8859_1);
  }

  private static String[] scripts() throws IOException {
    try (InputStream in = ScriptRepliesTest.class.getResourceAsStream("scripts.txt")) {
      byte[] all = Objects.requireNonNull(in).readAllBytes();
      return new String(all, StandardCharsets.ISO_8859_1).strip().split("\n----\n");
    }
  }
}
