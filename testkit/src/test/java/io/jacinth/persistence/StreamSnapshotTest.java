package io.jacinth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.testkit.JacinthUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A large stream is saved as it was when the snapshot began, whatever is done to it meanwhile. */
@Timeout(120)
class StreamSnapshotTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ENTRIES = 20_000;
  private static final int BATCH = 500;

  @TempDir Path directory;

  private JacinthUnderTest start() {
    return JacinthUnderTest.startInRealTime("--dir", directory.toString());
  }

  private static RespConnection connect(JacinthUnderTest server) {
    return RespConnection.connect(server.address(), PATIENCE);
  }

  /** All of the stream: entries, groups, consumers, what they have not acknowledged. */
  private static String content(RespConnection client) {
    return client.send("XINFO", "STREAM", "s", "FULL", "COUNT", "0").toString();
  }

  private static void fill(RespConnection client) {
    for (int i = 1; i <= ENTRIES; i++) {
      client.write("XADD", "s", i + "-0", i % 50 == 0 ? "other" : "field", "value" + i);
    }
    client.flush();
    for (int i = 1; i <= ENTRIES; i++) {
      client.read();
    }
    client.send("XGROUP", "CREATE", "s", "g", "0");
    client.send("XREADGROUP", "GROUP", "g", "alice", "COUNT", "3000", "STREAMS", "s", ">");
    client.send("XREADGROUP", "GROUP", "g", "bob", "COUNT", "10", "STREAMS", "s", ">");
    client.send("XDEL", "s", "5-0", "700-0");
  }

  private static void change(RespConnection client, Random random, int round) {
    for (int i = 0; i < BATCH; i++) {
      String id = 1 + random.nextInt(ENTRIES) + "-0";
      switch (random.nextInt(6)) {
        case 0, 1 -> client.write("XDEL", "s", id);
        case 2 -> client.write("XACK", "s", "g", id);
        case 3 ->
            client.write("XTRIM", "s", "MAXLEN", Integer.toString(ENTRIES - 20 * round - i / 25));
        case 4 -> client.write("XCLAIM", "s", "g", "carol", "0", id);
        default -> client.write("XADD", "s", "*", "new", "x".repeat(random.nextInt(300)));
      }
    }
    client.flush();
    for (int i = 0; i < BATCH; i++) {
      client.read();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isOfItsInstant(boolean isRemoved) throws IOException {
    Random random = new Random(7);
    String expected;
    Path kept = directory.resolve("kept.rdb");
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      fill(client);
      expected = content(client);
      client.send("BGSAVE");
      int round = 0;
      do {
        change(client, random, round++);
        if (isRemoved) {
          client.send("DEL", "s");
        }
      } while (client.send("INFO", "persistence").toString().contains("bgsave_in_progress:1"));
      assertThat(client.send("INFO", "persistence").toString())
          .contains("rdb_last_bgsave_status:ok");
      Files.copy(directory.resolve("dump.rdb"), kept);
      server.checkInvariants();
    }
    Files.move(kept, directory.resolve("dump.rdb"), StandardCopyOption.REPLACE_EXISTING);
    try (JacinthUnderTest server = start();
        RespConnection client = connect(server)) {
      assertThat(content(client)).isEqualTo(expected);
      server.checkInvariants();
    }
  }
}
