package io.jacinth.persistence.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespException;
import io.jacinth.client.RespValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more, by a limit of the system on the size of files. */
@Timeout(300)
class FullDiskTest {
  private static final int LIMIT_KILOBYTES = 256;
  private static final int VALUE_BYTES = 4000;

  /** More than the limit, and not to be compressed below it. */
  private static final int KEYS = 200;

  @TempDir Path directory;

  private static String value(int seed) {
    StringBuilder text = new StringBuilder();
    long bits = seed;
    while (text.length() < VALUE_BYTES) {
      bits = bits * 6364136223846793005L + 1442695040888963407L;
      text.append(Long.toHexString(bits));
    }
    return text.toString();
  }

  private static String info(RespConnection client) {
    return client.send("INFO", "persistence").toString();
  }

  private static void save(RespConnection client) {
    assertThat(client.send("BGSAVE")).hasToString("Background saving started");
    while (info(client).contains("rdb_bgsave_in_progress:1")) {
      Thread.onSpinWait();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> found = Files.list(directory)) {
      return found.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aSnapshotThatDoesNotFitLeavesTheOldOne() throws IOException {
    List<String> arguments = List.of("--save", "3600 1");
    try (ServerUnderFire server =
        ServerUnderFire.launchWithin(LIMIT_KILOBYTES, directory, arguments)) {
      server.awaitReady();
      try (RespConnection client = server.connect()) {
        client.send("SET", "small", "1");
        save(client);
        byte[] before = Files.readAllBytes(directory.resolve("dump.rdb"));
        for (int i = 0; i < KEYS; i++) {
          client.send("SET", "key" + i, value(i));
        }
        save(client);
        assertThat(info(client)).contains("rdb_last_bgsave_status:err");
        assertThat(Files.readAllBytes(directory.resolve("dump.rdb"))).isEqualTo(before);
        assertThat(files()).containsExactly("dump.rdb", "log");
        assertThat(client.send("SET", "small", "2").toString())
            .contains("MISCONF Redis is configured to save RDB snapshots");
        assertThat(client.send("GET", "small")).hasToString("\"1\"");
        assertThat(client.send("SAVE").toString()).startsWith("(error) ERR");
        client.send("CONFIG", "SET", "stop-writes-on-bgsave-error", "no");
        for (int i = 0; i < KEYS; i++) {
          client.send("DEL", "key" + i);
        }
        client.send("CONFIG", "SET", "stop-writes-on-bgsave-error", "yes");
        save(client);
        assertThat(info(client)).contains("rdb_last_bgsave_status:ok");
        assertThat(client.send("SET", "small", "3")).hasToString("OK");
      }
    }
  }

  @Test
  void nothingIsAcknowledgedThatTheLogHasNoRoomFor() {
    List<String> arguments =
        List.of("--appendonly", "yes", "--appendfsync", "always", "--save", "");
    int acknowledged = 0;
    try (ServerUnderFire server =
        ServerUnderFire.launchWithin(LIMIT_KILOBYTES, directory, arguments)) {
      server.awaitReady();
      try (RespConnection writer = server.connect()) {
        CompletableFuture<Integer> writing =
            CompletableFuture.supplyAsync(() -> writeUntilRefused(writer));
        while (!server.log().contains("Error writing to the AOF file: File too large")) {
          Thread.onSpinWait();
        }
        server.kill();
        acknowledged = writing.join();
      }
    }
    assertThat(acknowledged).isPositive();
    try (ServerUnderFire server = ServerUnderFire.launch(directory, arguments)) {
      server.awaitReady();
      try (RespConnection client = server.connect()) {
        for (int i = 0; i < acknowledged; i++) {
          RespValue.BulkString found = (RespValue.BulkString) client.send("GET", "key" + i);
          assertThat(found.text()).isEqualTo(value(i));
        }
        assertThat(client.send("SET", "other", "1")).hasToString("OK");
      }
    }
  }

  @Test
  void readersAreAnsweredWhileAWriterWaitsForRoom() {
    List<String> arguments =
        List.of("--appendonly", "yes", "--appendfsync", "always", "--save", "");
    try (ServerUnderFire server =
            ServerUnderFire.launchWithin(LIMIT_KILOBYTES, directory, arguments);
        RespConnection reader = connectTo(server);
        RespConnection writer = server.connect()) {
      reader.send("SET", "mine", "1");
      CompletableFuture<Integer> writing =
          CompletableFuture.supplyAsync(() -> writeUntilRefused(writer));
      while (!info(reader).contains("aof_last_write_status:err")) {
        Thread.onSpinWait();
      }
      assertThat(reader.send("GET", "mine")).hasToString("\"1\"");
      assertThat(reader.send("SET", "mine", "2").toString()).contains("MISCONF");
      assertThat(reader.send("XREAD", "BLOCK", "1", "STREAMS", "none", "$"))
          .hasToString("(nil array)");
      assertThat(writing).as("what it wrote last is not on the disk").isNotDone();
      server.kill();
      assertThat(writing.join()).isPositive();
    }
  }

  private static RespConnection connectTo(ServerUnderFire server) {
    server.awaitReady();
    return server.connect();
  }

  @Test
  void writesAreRefusedWhileTheLogHasNoRoom() {
    List<String> arguments = List.of("--appendonly", "yes", "--save", "");
    try (ServerUnderFire server =
        ServerUnderFire.launchWithin(LIMIT_KILOBYTES, directory, arguments)) {
      server.awaitReady();
      try (RespConnection client = server.connect()) {
        client.send("SET", "key", "1");
        for (int i = 0; !info(client).contains("aof_last_write_status:err"); i++) {
          client.send("SET", "key" + i % KEYS, value(i));
        }
        assertThat(client.send("SET", "key", "2").toString())
            .contains("MISCONF Errors writing to the AOF file: File too large");
        assertThat(client.send("GET", "key")).hasToString("\"1\"");
      }
    }
  }

  /** How many writes were acknowledged. */
  private static int writeUntilRefused(RespConnection client) {
    for (int i = 0; i < KEYS; i++) {
      try {
        if (!client.send("SET", "key" + i, value(i)).toString().equals("OK")) {
          return i;
        }
      } catch (RespException theServerIsDead) {
        return i;
      }
    }
    return KEYS;
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsSaid() throws IOException {
    List<String> arguments = List.of("--save", "3600 1", "--enable-protected-configs", "yes");
    try (ServerUnderFire server = ServerUnderFire.launch(directory, arguments)) {
      server.awaitReady();
      try (RespConnection client = server.connect()) {
        client.send("SET", "a", "1");
        Path gone = Files.createDirectory(directory.resolve("gone"));
        assertThat(client.send("CONFIG", "SET", "dir", gone.toString())).hasToString("OK");
        Files.delete(gone);
        assertThat(client.send("SAVE").toString()).startsWith("(error) ERR");
        save(client);
        assertThat(info(client)).contains("rdb_last_bgsave_status:err");
        assertThat(client.send("SET", "a", "2").toString()).contains("MISCONF");
        Files.createDirectory(gone);
        assertThat(client.send("SAVE")).hasToString("OK");
        assertThat(client.send("SET", "a", "2")).hasToString("OK");
        assertThat(gone.resolve("dump.rdb")).isNotEmptyFile();
      }
    }
  }
}
