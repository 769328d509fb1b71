package io.jacinth.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jacinth.client.RespConnection;
import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import io.jacinth.testkit.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written is there again after a restart, here and in a real Redis. */
@Timeout(120)
class AppendOnlyFileTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path directory;

  private JacinthUnderTest start(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("--appendonly", "yes", "--dir", directory.toString()));
    arguments.addAll(List.of(more));
    return JacinthUnderTest.startInRealTime(arguments.toArray(String[]::new));
  }

  private static RespConnection connect(RunningServer server) {
    return RespConnection.connect(server.address(), PATIENCE);
  }

  private Path logDirectory() {
    return directory.resolve("appendonlydir");
  }

  private Path newestFile() throws IOException {
    try (Stream<Path> files = Files.list(logDirectory())) {
      return files
          .filter(file -> file.toString().endsWith(".incr.aof"))
          .sorted()
          .toList()
          .getLast();
    }
  }

  private static void awaitRewrite(RespConnection client) {
    while (client.send("INFO", "persistence").toString().contains("rewrite_in_progress:1")) {
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"always", "everysec", "no"})
  void bringsEverythingBack(String policy) {
    Map<String, List<Object>> expected;
    try (JacinthUnderTest server = start("--appendfsync", policy);
        RespConnection client = connect(server)) {
      FileCrossingTest.fill(client);
      expected = FileCrossingTest.content(client);
    }
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      FileCrossingTest.compare(FileCrossingTest.content(client), expected);
      server.checkInvariants();
    }
  }

  @Test
  void readsOverTheNotesOfTime() throws IOException {
    try (JacinthUnderTest server = start("--aof-timestamp-enabled", "yes");
        RespConnection client = connect(server)) {
      for (int i = 0; i < 100; i++) {
        client.write("INCR", "n");
      }
      client.flush();
      for (int i = 0; i < 100; i++) {
        client.read();
      }
    }
    assertThat(Files.readString(newestFile())).startsWith("#TS:");
    Files.writeString(
        newestFile(),
        "*2\r\n$4\r\nINCR\r\n$1\r\nn\r\n#TS:1700000000\r\n*2\r\n$4\r\nINCR\r\n$1\r\nn\r\n",
        StandardOpenOption.APPEND);
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      assertThat(client.send("GET", "n")).hasToString("\"102\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "no"})
  void isReadByRedis(String preamble) throws IOException {
    assumeThat(RealRedis.binary()).isPresent();
    Map<String, List<Object>> expected;
    try (JacinthUnderTest server = start("--aof-use-rdb-preamble", preamble);
        RespConnection client = connect(server)) {
      FileCrossingTest.fill(client);
      client.send("BGREWRITEAOF");
      awaitRewrite(client);
      client.send("SET", "behind", "the rewrite");
      expected = FileCrossingTest.content(client);
    }
    boolean isSnapshot = preamble.equals("yes");
    Path base = logDirectory().resolve("appendonly.aof.2.base." + (isSnapshot ? "rdb" : "aof"));
    assertThat(Files.readAllBytes(base)).startsWith(isSnapshot ? 'R' : '*');
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      FileCrossingTest.compare(FileCrossingTest.content(client), expected);
      server.checkInvariants();
    }
    try (RealRedis redis = RealRedis.start("--appendonly", "yes", "--dir", directory.toString());
        RespConnection client = connect(redis)) {
      FileCrossingTest.compare(FileCrossingTest.content(client), expected);
    }
  }

  @Test
  void baseOfCommandsHasFieldsWithDeadlinesAndLibraries() {
    try (JacinthUnderTest server = start("--aof-use-rdb-preamble", "no");
        RespConnection client = connect(server)) {
      client.send("HSET", "hash", "stays", "1", "goes", "2");
      client.send("HPEXPIREAT", "hash", "4102444800000", "FIELDS", "1", "goes");
      client.send(
          "FUNCTION",
          "LOAD",
          "#!lua name=lib\nredis.register_function('seven', function() return 7 end)");
      client.send("BGREWRITEAOF");
      awaitRewrite(client);
    }
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      assertThat(client.send("HPEXPIRETIME", "hash", "FIELDS", "2", "stays", "goes"))
          .hasToString("[(integer) -1, (integer) 4102444800000]");
      assertThat(client.send("FCALL", "seven", "0")).hasToString("(integer) 7");
    }
  }

  @Test
  void readsWhatRedisHasWritten() {
    assumeThat(RealRedis.binary()).isPresent();
    Map<String, List<Object>> expected;
    try (RealRedis redis = RealRedis.start("--appendonly", "yes", "--dir", directory.toString());
        RespConnection client = connect(redis)) {
      FileCrossingTest.fill(client);
    }
    try (RealRedis redis = RealRedis.start("--appendonly", "yes", "--dir", directory.toString());
        RespConnection client = connect(redis)) {
      expected = FileCrossingTest.content(client);
    }
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      FileCrossingTest.compare(FileCrossingTest.content(client), expected);
      server.checkInvariants();
    }
  }

  @Test
  void dropsATransactionWithoutEnd() throws IOException {
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      client.send("SET", "a", "1");
    }
    long whole = Files.size(newestFile());
    Files.writeString(
        newestFile(),
        "*1\r\n$5\r\nMULTI\r\n*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$1\r\n1\r\n*3\r\n$3\r\nSE",
        StandardOpenOption.APPEND);
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      assertThat(client.send("KEYS", "*")).hasToString("[\"a\"]");
      assertThat(server.log()).contains("Truncating the AOF at offset " + whole);
      client.send("SET", "c", "1");
    }
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      assertThat(client.send("EXISTS", "a", "b", "c")).hasToString("(integer) 2");
    }
  }

  @Test
  void refusesWhatIsCutWhereItMayNot() throws IOException {
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      client.send("SET", "a", "1");
    }
    Files.writeString(newestFile(), "*3\r\n$3\r\nSE", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> start("--aof-load-truncated", "no"))
        .hasStackTraceContaining("Unexpected end of file");
  }

  @Test
  void refusesWhatIsNoLog() throws IOException {
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      client.send("SET", "a", "1");
    }
    Files.writeString(newestFile(), "*3\r\n$x\r\nSET\r\n", StandardOpenOption.APPEND);
    assertThatThrownBy(this::start).hasStackTraceContaining("Bad file format");
  }

  @Test
  void keepsDeadlinesThatPassedBetween() {
    long deadline;
    try (JacinthUnderTest server = start("--hz", "1");
        RespConnection client = connect(server)) {
      deadline = System.currentTimeMillis() + 500;
      client.send("SET", "a", "5", "PXAT", Long.toString(deadline));
      client.send("INCR", "a");
      client.send("SET", "stays", "1");
    }
    while (System.currentTimeMillis() <= deadline) {
      Thread.onSpinWait();
    }
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      assertThat(client.send("GET", "a")).hasToString("(nil)");
      assertThat(client.send("KEYS", "*")).hasToString("[\"stays\"]");
    }
  }

  @Test
  void isSwitchedOnAndOff() {
    try (JacinthUnderTest server = JacinthUnderTest.startInRealTime("--dir", directory.toString());
        RespConnection client = connect(server)) {
      client.send("SET", "before", "1");
      client.send("CONFIG", "SET", "appendonly", "yes");
      while (!Files.exists(logDirectory().resolve("appendonly.aof.manifest"))) {
        Thread.onSpinWait();
      }
      client.send("SET", "between", "1");
      client.send("CONFIG", "SET", "appendonly", "no");
      while (!client.send("INFO", "persistence").toString().contains("aof_enabled:0")) {
        Thread.onSpinWait();
      }
      client.send("SET", "after", "1");
    }
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      assertThat(client.send("EXISTS", "before", "between", "after")).hasToString("(integer) 2");
    }
  }

  @Test
  void upgradesTheOneFileOfOld() throws IOException {
    Files.writeString(
        directory.resolve("appendonly.aof"), "*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\n1\r\n");
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      assertThat(client.send("GET", "a")).hasToString("\"1\"");
      assertThat(directory.resolve("appendonly.aof")).doesNotExist();
      client.send("INCR", "a");
    }
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      assertThat(client.send("GET", "a")).hasToString("\"2\"");
    }
  }

  @Test
  void goesOnWithAnUpgradeThatWasCutShort() throws IOException {
    Files.createDirectories(logDirectory());
    Files.writeString(
        logDirectory().resolve("appendonly.aof.manifest"), "file appendonly.aof seq 1 type b\n");
    Files.writeString(
        directory.resolve("appendonly.aof"), "*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\n1\r\n");
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      assertThat(client.send("GET", "a")).hasToString("\"1\"");
      assertThat(directory.resolve("appendonly.aof")).doesNotExist();
    }
  }

  private void writeLog(String content) throws IOException {
    Files.createDirectories(logDirectory());
    Files.writeString(
        logDirectory().resolve("appendonly.aof.manifest"),
        "file appendonly.aof.1.incr.aof seq 1 type i\n");
    Files.writeString(logDirectory().resolve("appendonly.aof.1.incr.aof"), content);
  }

  private static String command(String... words) {
    StringBuilder text = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      text.append("$%d\r\n%s\r\n".formatted(word.length(), word));
    }
    return text.toString();
  }

  /** Logs of before Redis 7 may hold scripts as they were called. */
  @Test
  void runsScriptsOfTheLogToTheirEndHoweverLongTheyTake() throws IOException {
    String slow = "for i = 1, 2000000 do redis.call('ping') end return redis.call('incr', KEYS[1])";
    writeLog(
        command("EVAL", slow, "1", "a")
            + command("INCR", "b")
            + command("MULTI")
            + command("EVAL", slow, "1", "a")
            + command("INCR", "b")
            + command("EXEC")
            + command("INCR", "b"));
    try (JacinthUnderTest server = start("--busy-reply-threshold", "1");
        RespConnection client = connect(server)) {
      assertThat(client.send("MGET", "a", "b")).hasToString("[\"2\", \"3\"]");
    }
  }

  @Test
  void refusesCommandsThatAreTyped() throws IOException {
    writeLog("INCR a\r\n");
    assertThatThrownBy(this::start).hasStackTraceContaining("Bad file format");
  }

  @Test
  void aManifestThatIsWrongIsSaidInTheLog() throws IOException {
    Files.createDirectories(logDirectory());
    Path manifest = logDirectory().resolve("appendonly.aof.manifest");
    Map<String, String> wrong =
        Map.of(
            "", "Found an empty AOF manifest",
            "file a seq 1 type i", "The AOF manifest file contains too long line",
            "file a seq 1 type i\n\nfile b seq 2 type i\n", "Invalid AOF manifest file format",
            "file \"a seq 1 type i\n", "Invalid AOF manifest file format",
            "file b seq 2 type i\nfile a seq 1 type i\n", "Found a non-monotonic sequence number");
    for (Map.Entry<String, String> one : wrong.entrySet()) {
      Files.writeString(manifest, one.getKey());
      assertThatThrownBy(this::start)
          .hasStackTraceContaining("FATAL AOF MANIFEST FILE ERROR")
          .hasStackTraceContaining(one.getValue());
    }
  }

  @Test
  void switchingOffEndsARewrite() {
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      client.send("MSET", "a", "1", "b", "1");
      client.send("CONFIG", "SET", "rdb-key-save-delay", "1000000000");
      client.send("BGREWRITEAOF");
      client.send("CONFIG", "SET", "appendonly", "no");
      awaitRewrite(client);
      assertThat(client.send("INFO", "persistence").toString())
          .contains("aof_last_bgrewrite_status:ok", "aof_rewrites:0");
      assertThat(server.log()).contains("Killing running AOF rewrite child");
    }
  }

  @Test
  void aBaseOfCommandsBeginsWithTheTime() throws IOException {
    try (JacinthUnderTest server =
            start("--aof-use-rdb-preamble", "no", "--aof-timestamp-enabled", "yes");
        RespConnection client = connect(server)) {
      client.send("SET", "a", "1");
      client.send("BGREWRITEAOF");
      awaitRewrite(client);
    }
    assertThat(Files.readString(logDirectory().resolve("appendonly.aof.2.base.aof")))
        .startsWith("#TS:");
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      assertThat(client.send("GET", "a")).hasToString("\"1\"");
    }
  }

  @Test
  void oldFilesAreKeptWhileThatIsWanted() {
    Path old = logDirectory().resolve("appendonly.aof.1.base.rdb");
    try (JacinthUnderTest server = start("--aof-disable-auto-gc", "yes");
        RespConnection client = connect(server)) {
      client.send("BGREWRITEAOF");
      awaitRewrite(client);
      assertThat(old).exists();
      client.send("CONFIG", "SET", "aof-disable-auto-gc", "no");
      while (Files.exists(old)) {
        Thread.onSpinWait();
      }
    }
  }
}
