package io.jacinth.server.conf;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.engine.config.ServerSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that are wrong, beside a real redis-server: the same line, the same complaint. */
class RedisComparisonTest {
  /** Ends every configuration, so that no server starts where ours finds nothing to complain of. */
  private static final String END = "no-such-directive";

  @TempDir Path folder;

  @BeforeEach
  void redisIsInstalled() {
    boolean installed =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "redis-server")));
    Assumptions.assumeTrue(installed, "redis-server is not on PATH");
  }

  @Test
  void linesOfAFile() throws Exception {
    for (String line :
        List.of(
            "hz 20",
            "foo bar",
            "  hz  20  21 ",
            "hz",
            "hz 20 # c",
            "requirepass \"a\"b",
            "requirepass \"a",
            "requirepass 'a' 'b'",
            "\"hz\" '20'",
            "save 1",
            "save a b",
            "save",
            "save \"60 1 30 2\"",
            "port 65536",
            "maxmemory -1",
            "io-threads 129",
            "appendfilename a/b",
            "appendfilename \"\"",
            "appenddirname a/b",
            "oom-score-adj-values 1 2",
            "client-output-buffer-limit normal 1 2",
            "client-output-buffer-limit \"normal 1 2 3\"",
            "notify-keyspace-events \"?\"",
            "shutdown-on-sigterm save nosave",
            "bind a b c d e f g h i j k l m n o p q",
            "unixsocketperm 1000",
            "slaveof 1.2.3.4",
            "replicaof no one",
            "replicaof 127.0.0.1 99999",
            "include",
            "user",
            "loadmodule",
            "list-max-ziplist-value 64",
            "list-max-ziplist-value 64 65",
            "supervised maybe",
            "dir /nonexistent")) {
      assertThat(ours(line, List.of())).as(line).isEqualTo(theirs(line, List.of()));
    }
  }

  @Test
  void options() throws Exception {
    for (List<String> options :
        List.of(
            List.of("--hz", "20"),
            List.of("--hz", "20", "21"),
            List.of("--hz"),
            List.of("--hz 20", "--timeout", "5"),
            List.of("--hz 20", "30"),
            List.of("--hz=20"),
            List.of("hz", "20"),
            List.of("-hz", "20"),
            List.of("--requirepass", "--secret", "--hz", "x"),
            List.of("--hz", "--timeout", "5"),
            List.of("--save", "--hz", "x"),
            List.of("--save", "", "--hz", "x"),
            List.of("--logfile", "a\"b\\c\t\u00e9", "d"),
            List.of("--version"),
            List.of("--"))) {
      assertThat(ours("", options)).as("%s", options).isEqualTo(theirs("", options));
    }
  }

  private String ours(String line, List<String> options) throws IOException {
    List<String> arguments = arguments(line, options);
    ServerSettings settings = new ServerSettings(2, folder);
    InputStream none = new ByteArrayInputStream(new byte[0]);
    try {
      new ConfigReader(settings, new Product("Jacinth", "1"), none)
          .read((Invocation.Start) Invocation.of(arguments));
    } catch (FatalConfigException e) {
      return lineAndComplaint(String.valueOf(e.getMessage()));
    }
    return "none";
  }

  private String theirs(String line, List<String> options) throws Exception {
    List<String> command = new ArrayList<>(List.of("redis-server"));
    command.addAll(arguments(line, options));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    String report =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertThat(process.waitFor()).isEqualTo(FatalConfigException.EXIT_STATUS);
    return lineAndComplaint(report);
  }

  private List<String> arguments(String line, List<String> options) throws IOException {
    Path file = folder.resolve("a.conf");
    Files.writeString(file, line + "\n", StandardCharsets.ISO_8859_1);
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.addAll(options);
    arguments.addAll(List.of("--" + END, "x"));
    return arguments;
  }

  /** The last two lines of a report. */
  private static String lineAndComplaint(String report) {
    List<String> lines = report.lines().toList();
    return String.join("\n", lines.subList(lines.size() - 2, lines.size()));
  }
}
