package io.jacinth.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import io.jacinth.testkit.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that one server saves the other loads, both ways, with every type in every form. */
class FileCrossingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path directory;

  @BeforeEach
  void needRedis() {
    assumeThat(RealRedis.binary()).isPresent();
  }

  /** Every kind of value, in two databases, every third key with a deadline. */
  static void fill(RespConnection server) {
    int number = 0;
    for (SampleValues.Value value : SampleValues.all().toList()) {
      String key = value.name() + (number % 5 == 0 ? "-" + "long".repeat(80) : "");
      server.send("SELECT", Integer.toString(number % 2 * 9));
      for (String[] request : value.requests()) {
        String[] words = request.clone();
        Arrays.setAll(words, i -> i > 0 && request[i].equals("k") ? key : request[i]);
        assertThat(server.send(words)).isNotInstanceOf(RespValue.SimpleError.class);
      }
      if (number % 3 == 0) {
        server.send("PEXPIREAT", key, "4102444800" + (100 + number));
      }
      number++;
    }
  }

  /** What every key of every database holds, and until when. */
  static Map<String, List<Object>> content(RespConnection server) {
    Map<String, List<Object>> content = new TreeMap<>();
    for (String database : List.of("0", "9")) {
      server.send("SELECT", database);
      for (RespValue found : ((RespValue.ArrayValue) server.send("KEYS", "*")).elements()) {
        String key = ((RespValue.BulkString) found).text();
        content.put(
            database + " " + key,
            List.of(server.send("PEXPIRETIME", key).toString(), SampleValues.content(server, key)));
      }
    }
    return content;
  }

  private static String saved(RespConnection server, Path file) throws IOException {
    assertThat(server.send("CONFIG", "SET", "dir", file.getParent().toString())).hasToString("OK");
    assertThat(server.send("CONFIG", "SET", "dbfilename", file.getFileName().toString()))
        .hasToString("OK");
    assertThat(server.send("SAVE")).hasToString("OK");
    return file.getFileName().toString();
  }

  static void compare(Map<String, List<Object>> found, Map<String, List<Object>> expected) {
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (key, content) ->
            assertThat(found.get(key).equals(content))
                .as("%s is as it was: %.300s, not %.300s", key, found.get(key), content)
                .isTrue());
  }

  private String[] loading(String file) {
    return new String[] {
      "--dir", directory.toString(), "--dbfilename", file, "--enable-debug-command", "yes"
    };
  }

  private static String digest(RespConnection server) {
    return server.send("DEBUG", "DIGEST").toString();
  }

  private static RespConnection connect(RunningServer server) {
    return RespConnection.connect(server.address(), PATIENCE);
  }

  @Test
  void crossesFromRedis() throws IOException {
    Map<String, List<Object>> expected;
    String digest;
    String name;
    try (RealRedis redis =
            RealRedis.start("--enable-protected-configs", "yes", "--enable-debug-command", "yes");
        RespConnection theirs = connect(redis)) {
      fill(theirs);
      expected = content(theirs);
      digest = digest(theirs);
      name = saved(theirs, directory.resolve("redis.rdb"));
    }
    try (JacinthUnderTest jacinth = JacinthUnderTest.startInRealTime(loading(name));
        RespConnection ours = connect(jacinth)) {
      compare(content(ours), expected);
      assertThat(digest(ours)).isEqualTo(digest);
      jacinth.checkInvariants();
    }
  }

  @Test
  void crossesToRedis() throws IOException {
    Map<String, List<Object>> expected;
    String digest;
    String name;
    try (JacinthUnderTest jacinth =
            JacinthUnderTest.startInRealTime(
                "--enable-protected-configs", "yes", "--enable-debug-command", "yes");
        RespConnection ours = connect(jacinth)) {
      fill(ours);
      expected = content(ours);
      digest = digest(ours);
      name = saved(ours, directory.resolve("jacinth.rdb"));
    }
    try (RealRedis redis = RealRedis.start(loading(name));
        RespConnection theirs = connect(redis)) {
      compare(content(theirs), expected);
      assertThat(digest(theirs)).isEqualTo(digest);
    }
    try (JacinthUnderTest jacinth = JacinthUnderTest.startInRealTime(loading(name));
        RespConnection ours = connect(jacinth)) {
      compare(content(ours), expected);
      assertThat(digest(ours)).isEqualTo(digest);
    }
  }
}
