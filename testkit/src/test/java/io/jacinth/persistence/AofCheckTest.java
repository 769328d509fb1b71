package io.jacinth.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jacinth.client.RespConnection;
import io.jacinth.persistence.aof.AofCheck;
import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * jacinth-check-aof beside redis-check-aof: the same words, the same status, the same file left.
 */
class AofCheckTest {
  private static final String SET = "*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\n1\r\n";
  private static final String MULTI = "*1\r\n$5\r\nMULTI\r\n";

  @TempDir Path folder;

  /** What a check printed, how it ended and what it left. */
  private record Outcome(String text, int status, long bytesLeft) {}

  private Outcome ours(Path last, String answer, List<String> arguments) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BufferedReader answers = new BufferedReader(new StringReader(answer));
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int status = new AofCheck(print, answers, System.currentTimeMillis()).run(arguments);
    return new Outcome(out.toString(StandardCharsets.UTF_8), status, Files.size(last));
  }

  private Outcome theirs(Path last, String answer, List<String> arguments) throws Exception {
    Path program = RealRedis.binary().orElseThrow().resolveSibling("redis-check-aof");
    assumeThat(program).exists();
    List<String> line = new ArrayList<>(List.of(program.toString()));
    line.addAll(arguments);
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    process.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(text, process.waitFor(), Files.size(last));
  }

  private void compare(String content, String answer, String... options) throws Exception {
    assumeThat(RealRedis.binary()).isPresent();
    Path file = folder.resolve("a.aof");
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add(file.toString());
    Files.writeString(file, content, StandardCharsets.ISO_8859_1);
    Outcome ours = ours(file, answer, arguments);
    Files.writeString(file, content, StandardCharsets.ISO_8859_1);
    assertThat(ours).isEqualTo(theirs(file, answer, arguments));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        SET,
        SET + SET,
        SET + "*3\r\n$3\r\nSE",
        SET + "*3\r\n$x\r\nSET\r\n",
        SET + "*3\r\n+3\r\nSET\r\n",
        SET + "*2\r\n$3\r\nSETxx$1\r\na\r\n",
        SET + "zzz\r\n",
        SET + MULTI + SET,
        SET + MULTI + SET + "*1\r\n$4\r\nEXEC\r\n",
        SET + "*1\r\n$4\r\nexec\r\n",
        SET + MULTI + MULTI,
        "#TS:1700000000\r\n" + SET + "#TS:1700000009\r\n" + SET
      })
  void oneFile(String content) throws Exception {
    compare(content, "");
    compare(content, "y\n", "--fix");
    compare(content, "n\n", "--fix");
  }

  @Test
  void upToATime() throws Exception {
    String content = "#TS:1700000000\r\n" + SET + "#TS:1700000009\r\n" + SET;
    compare(content, "", "--truncate-to-timestamp", "1700000005");
    compare(content, "", "--truncate-to-timestamp", "1700000009");
    compare(content, "", "--truncate-to-timestamp", "1600000000");
  }

  @Test
  void severalFiles() throws Exception {
    assumeThat(RealRedis.binary()).isPresent();
    String[] line = {"--appendonly", "yes", "--dir", folder.toString()};
    try (RealRedis redis = RealRedis.start(line);
        RespConnection client = RespConnection.connect(redis.address(), Duration.ofSeconds(9))) {
      FileCrossingTest.fill(client);
    }
    try (JacinthUnderTest server = JacinthUnderTest.startInRealTime(line);
        RespConnection client = RespConnection.connect(server.address(), Duration.ofSeconds(9))) {
      client.send("SET", "one", "more");
    }
    Path logs = folder.resolve("appendonlydir");
    Path manifest = logs.resolve("appendonly.aof.manifest");
    Path last;
    try (Stream<Path> files = Files.list(logs)) {
      last = files.filter(file -> file.toString().endsWith("incr.aof")).findFirst().orElseThrow();
    }
    List<String> arguments = List.of(manifest.toString());
    assertThat(ours(last, "", arguments)).isEqualTo(theirs(last, "", arguments));
    byte[] whole = Files.readAllBytes(last);
    Files.write(last, Arrays.copyOf(whole, whole.length - 5));
    assertThat(ours(last, "", arguments)).isEqualTo(theirs(last, "", arguments));
    assertThat(ours(last, "", arguments).status()).isEqualTo(1);
    assertThat(ours(last, "y\n", List.of("--fix", manifest.toString())).status()).isZero();
    assertThat(theirs(last, "", arguments).status()).isZero();
  }
}
