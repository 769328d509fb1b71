package io.jacinth.commands.scripting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import io.jacinth.testkit.RunningServer;
import io.jacinth.testkit.TestConnection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts as frameworks send them: the bytes of their replies are those of a real Redis. */
class FrameworkScriptsTest {
  private record Example(String name, List<Object[]> calls) {}

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void repliesAsRedis(int protocol) throws IOException {
    assumeTrue(RealRedis.binary().isPresent(), "no redis-server on the PATH");
    int calls = 0;
    try (RunningServer ours = JacinthUnderTest.startInRealTime();
        RunningServer theirs = RealRedis.start();
        TestConnection our = TestConnection.open(ours);
        TestConnection their = TestConnection.open(theirs)) {
      our.send("HELLO", protocol);
      their.send("HELLO", protocol);
      for (Example example : examples()) {
        for (Object[] call : example.calls) {
          assertThat(wire(our, call))
              .as("%s, %s", example.name, List.of(call).subList(2, call.length))
              .isEqualTo(wire(their, call));
          calls++;
        }
      }
    }
    assertThat(calls).isGreaterThan(50);
  }

  private static String wire(TestConnection connection, Object[] call) {
    return new String(connection.send(call).wire(), StandardCharsets.ISO_8859_1);
  }

  private static List<Example> examples() throws IOException {
    List<Example> all = new ArrayList<>();
    try (InputStream in = FrameworkScriptsTest.class.getResourceAsStream("frameworks.txt")) {
      String text =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
      String[] cases = text.split("#### ");
      for (int i = 1; i < cases.length; i++) {
        all.add(example(cases[i]));
      }
    }
    return all;
  }

  private static Example example(String text) {
    int nameEnd = text.indexOf('\n');
    String[] parts = text.substring(nameEnd + 1).split("---- ");
    List<Object[]> calls = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      List<Object> words = new ArrayList<>(List.of("EVAL", parts[0]));
      words.addAll(List.of(parts[i].strip().split(" ")));
      calls.add(words.toArray());
    }
    return new Example(text.substring(0, nameEnd), calls);
  }
}
