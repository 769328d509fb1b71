package io.jacinth.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespException;
import io.jacinth.client.RespValue;
import io.jacinth.testkit.JacinthUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to clients and to bad files while the server starts. */
class LoadAtStartTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path directory;

  private Path golden() throws IOException {
    return golden("dump.rdb");
  }

  private Path golden(String name) throws IOException {
    Path file = directory.resolve(name);
    try (var stream =
        Objects.requireNonNull(LoadAtStartTest.class.getResourceAsStream("redis-7.0.15.rdb"))) {
      Files.copy(stream, file);
    }
    return file;
  }

  private JacinthUnderTest start(String... more) {
    String[] line = new String[more.length + 2];
    line[0] = "--dir";
    line[1] = directory.toString();
    System.arraycopy(more, 0, line, 2, more.length);
    return JacinthUnderTest.startInRealTime(line);
  }

  @Test
  void clientsAreToldThatTheServerLoads() throws IOException {
    golden();
    Path socket = directory.resolve("s");
    CompletableFuture<JacinthUnderTest> starting =
        CompletableFuture.supplyAsync(
            () -> start("--unixsocket", socket.toString(), "--key-load-delay", "20000"));
    try (RespConnection early = connect(socket, starting)) {
      assertThat(early.send("GET", "int"))
          .hasToString("(error) LOADING Redis is loading the dataset in memory");
      assertThat(early.send("PING"))
          .hasToString("(error) LOADING Redis is loading the dataset in memory");
      String info = ((RespValue.BulkString) early.send("INFO", "persistence")).text();
      assertThat(info).contains("loading:1", "loading_total_bytes:", "loading_eta_seconds:");
      try (JacinthUnderTest server = starting.join()) {
        assertThat(early.send("GET", "int")).hasToString("\"12345\"");
        assertThat(early.send("DBSIZE")).hasToString("(integer) 44");
        assertThat(server.log())
            .contains(
                "Loading RDB produced by version 7.0.15",
                "Done loading RDB, keys loaded: 45, keys expired: 0.",
                "DB loaded from disk: ");
        server.checkInvariants();
      }
    }
  }

  private static RespConnection connect(Path socket, CompletableFuture<?> starting) {
    while (true) {
      try {
        return RespConnection.connect(socket, PATIENCE);
      } catch (RespException notYet) {
        assertThat(starting).isNotCompletedExceptionally();
      }
    }
  }

  @Test
  void aSnapshotThatCannotBeWrittenLeavesTheOldOne() throws IOException {
    Path file = golden();
    try (JacinthUnderTest server = start("--enable-protected-configs", "yes");
        RespConnection client = RespConnection.connect(server.address(), PATIENCE)) {
      client.send("SET", "new", "key");
      assertThat(client.send("CONFIG", "SET", "dir", "/proc")).hasToString("OK");
      assertThat(client.send("SAVE")).hasToString("(error) ERR");
      assertThat(server.log()).contains("Failed opening the temp RDB file");
      assertThat(file).hasSameBinaryContentAs(golden("copy.rdb"));
      assertThat(client.send("CONFIG", "SET", "dir", directory.toString())).hasToString("OK");
      assertThat(client.send("SAVE")).hasToString("OK");
      try (var files = Files.list(directory)) {
        assertThat(files.map(path -> path.getFileName().toString()))
            .containsExactlyInAnyOrder("dump.rdb", "copy.rdb");
      }
    }
  }

  @Test
  void writesAreRefusedWhileSnapshotsFail() throws IOException {
    try (JacinthUnderTest server =
            start("--enable-protected-configs", "yes", "--save", "1000000 1");
        RespConnection client = RespConnection.connect(server.address(), PATIENCE)) {
      client.send("CONFIG", "SET", "dir", "/proc");
      client.send("SET", "k", "v");
      assertThat(client.send("BGSAVE")).hasToString("Background saving started");
      while (!client.send("SET", "k", "w").toString().startsWith("(error) MISCONF Redis is")) {
        Thread.onSpinWait();
      }
      assertThat(server.log()).contains("Background saving error");
      assertThat(client.send("PING").toString()).startsWith("(error) MISCONF");
      assertThat(client.send("GET", "k")).isNotNull();
      assertThat(client.send("CONFIG", "SET", "stop-writes-on-bgsave-error", "no"))
          .hasToString("OK");
      assertThat(client.send("SET", "k", "x")).hasToString("OK");
      client.send("CONFIG", "SET", "stop-writes-on-bgsave-error", "yes");
      assertThat(client.send("SET", "k", "y").toString()).startsWith("(error) MISCONF");
      client.send("CONFIG", "SET", "dir", directory.toString());
      assertThat(client.send("SAVE")).hasToString("OK");
      assertThat(client.send("SET", "k", "z")).hasToString("OK");
    }
  }

  @Test
  void aDamagedFileStopsTheStart() throws IOException {
    Path file = golden();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 8;
    Files.write(file, bytes);
    assertThatThrownBy(this::start)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("offset");
  }

  @Test
  void aFileOfALaterFormatStopsTheStart() throws IOException {
    Path file = golden();
    byte[] bytes = Files.readAllBytes(file);
    bytes[7] = '9';
    Files.write(file, bytes);
    assertThatThrownBy(this::start).hasMessageContaining("Can't handle RDB format version 90");
    bytes[0] = 'X';
    Files.write(file, bytes);
    assertThatThrownBy(this::start)
        .hasMessageContaining("Wrong signature trying to load DB from file");
  }
}
