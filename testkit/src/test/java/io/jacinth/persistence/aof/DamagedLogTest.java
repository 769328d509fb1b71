package io.jacinth.persistence.aof;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.testkit.JacinthUnderTest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Logs that are cut short, have bytes changed, lost or doubled: refused with a reason, or loaded as
 * some data that is sound. {@code -Djacinth.damage.rounds=100000 -Djacinth.damage.seed=7} makes a
 * long run of it.
 */
class DamagedLogTest {
  private static final int ROUNDS = Integer.getInteger("jacinth.damage.rounds", 1_000);
  private static final long SEED = Long.getLong("jacinth.damage.seed", 1);
  private static final String COMMANDS =
      """
      SET s 1
      INCR s
      APPEND s abc
      SETRANGE s 9 x
      SETBIT b 70 1
      SET e v PX 100000000
      RPUSH l a b c
      LINSERT l BEFORE b x
      LMOVE l m LEFT RIGHT
      SADD t 1 2 3
      SADD u a b c
      SPOP u
      HSET h f v g w
      HPEXPIRE h 100000000 FIELDS 1 f
      ZADD z 1 a 2 b 3 c
      ZINCRBY z 1.5 a
      GEOADD g 13.361389 38.115556 Palermo
      PFADD p a b c
      XADD x 1-1 f v
      XGROUP CREATE x group 0
      XREADGROUP GROUP group me STREAMS x >
      MULTI
      RENAME l n
      DEL m
      EXEC
      COPY h i
      EXPIRE z 1000
      PERSIST z
      SELECT 3
      SET s 1
      MOVE s 5
      SWAPDB 3 5
      """;

  @TempDir Path folder;

  private byte[] log() throws IOException {
    String[] line = {"--appendonly", "yes", "--dir", folder.toString()};
    try (JacinthUnderTest server = JacinthUnderTest.startInRealTime(line);
        RespConnection client = connect(server)) {
      COMMANDS.lines().forEach(command -> client.send(command.split(" ", -1)));
    }
    try (Stream<Path> files = Files.list(folder.resolve("appendonlydir"))) {
      return Files.readAllBytes(
          files.filter(file -> file.toString().endsWith(".incr.aof")).findFirst().orElseThrow());
    }
  }

  private static RespConnection connect(JacinthUnderTest server) {
    return RespConnection.connect(server.address(), Duration.ofSeconds(60));
  }

  @Test
  @Timeout(3600)
  void isRefusedOrSound() throws IOException {
    byte[] log = log();
    assertThat(log).hasSizeBetween(1_000, 4_000);
    Random random = new Random(SEED);
    Path file = folder.resolve("damaged");
    int refused = 0;
    try (JacinthUnderTest server = JacinthUnderTest.startInRealTime();
        RespConnection client = connect(server)) {
      for (int round = 0; round < ROUNDS; round++) {
        Files.write(file, damaged(log, random));
        refused += refuses(server, file) ? 1 : 0;
        assertThat(client.send("FLUSHALL").toString())
            .as("seed %d, round %d", SEED, round)
            .isEqualTo("OK");
        if (round % 100 == 0) {
          server.checkInvariants();
        }
      }
      server.checkInvariants();
    }
    assertThat(refused).isPositive().isLessThan(ROUNDS);
  }

  private static boolean refuses(JacinthUnderTest server, Path file) throws IOException {
    try (AofReplay replay = new AofReplay(server.server().engine());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      replay.run(file, channel, 0, offset -> {});
      return false;
    } catch (AofException e) {
      assertThat(e).hasMessageContaining(file.toString());
      return true;
    }
  }

  private static byte[] damaged(byte[] log, Random random) {
    byte[] bytes = log.clone();
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(1 + random.nextInt(16), bytes.length - at);
      switch (random.nextInt(5)) {
        case 0 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = (byte) random.nextInt();
        case 3 -> bytes = spliced(bytes, at, at + length, at + length);
        default -> bytes = spliced(bytes, at, at + length, at);
      }
    }
    return bytes;
  }

  /** What lies before one place, and what lies behind another: less, or twice. */
  private static byte[] spliced(byte[] bytes, int start, int end, int behind) {
    byte[] head = Arrays.copyOf(bytes, behind == end ? start : end);
    byte[] all = Arrays.copyOf(head, head.length + bytes.length - behind);
    System.arraycopy(bytes, behind, all, head.length, bytes.length - behind);
    return all;
  }
}
