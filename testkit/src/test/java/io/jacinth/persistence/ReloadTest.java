package io.jacinth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.testkit.JacinthUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that proves damaged when much of it is loaded leaves nothing of it. */
class ReloadTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void nothingIsHalfLoaded() throws IOException {
    try (JacinthUnderTest server =
            JacinthUnderTest.start(
                "--dir", directory.toString(), "--enable-debug-command", "yes", "--save", "");
        RespConnection client = RespConnection.connect(server.address(), PATIENCE)) {
      for (int i = 0; i < 1000; i++) {
        client.send("RPUSH", "key" + i, "a", "b");
      }
      client.send("SAVE");
      Path file = directory.resolve("dump.rdb");
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length - 1] ^= 1;
      Files.write(file, bytes);
      assertThat(client.send("DEBUG", "RELOAD", "NOSAVE"))
          .hasToString("(error) ERR Error trying to load the RDB dump");
      assertThat(client.send("DBSIZE")).hasToString("(integer) 0");
      assertThat(client.send("SET", "key1", "new")).hasToString("OK");
      server.checkInvariants();
    }
  }
}
