package io.jacinth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import io.jacinth.testkit.JacinthUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Threads move amounts from account to account, two at a time under MULTI, all over the partitions;
 * whatever is on the disk adds up. Accounts are strings, fields of hashes (some with deadlines),
 * members of sorted sets and elements of lists, large ones among them. {@code
 * -Djacinth.snapshots.rounds=1000} makes the long run of it.
 */
@Timeout(7200)
class PointInTimeTest {
  private static final int ROUNDS = Integer.getInteger("jacinth.snapshots.rounds", 5);
  private static final long SEED = Long.getLong("jacinth.fuzz.seed", 1);
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int THREADS = 3;
  private static final int STRINGS = 600;
  private static final int COLLECTIONS = 4;
  private static final int ELEMENTS = 1500;
  private static final int TRANSFERS = 50;
  private static final int AMOUNT = 1000;
  private static final long TOTAL =
      (STRINGS + 2L * COLLECTIONS * ELEMENTS) * AMOUNT
          + COLLECTIONS * (ELEMENTS * (ELEMENTS - 1L) / 2);

  @TempDir Path directory;
  private final AtomicBoolean isOver = new AtomicBoolean();

  @Test
  void everySnapshotAddsUp() throws IOException {
    try (JacinthUnderTest server = start("--save", "", "--io-threads", "3");
        RespConnection client = connect(server)) {
      fill(client);
      List<CompletableFuture<Void>> movers = movers(server);
      for (int round = 0; round < ROUNDS; round++) {
        String counted = "rdb_saves:" + (round + 1);
        assertThat(client.send("BGSAVE")).hasToString("Background saving started");
        await(movers, () -> info(client).contains(counted));
        Path copy = Files.createDirectories(directory.resolve("copy"));
        Files.copy(
            directory.resolve("dump.rdb"),
            copy.resolve("dump.rdb"),
            StandardCopyOption.REPLACE_EXISTING);
        assertThat(totalOf(copy)).as("seed %s, round %s", SEED, round).isEqualTo(TOTAL);
      }
      end(movers);
      server.checkInvariants();
    }
  }

  @Test
  void everyRewrittenLogAddsUp() throws IOException {
    try (JacinthUnderTest server = start("--save", "", "--io-threads", "3", "--appendonly", "yes");
        RespConnection client = connect(server)) {
      fill(client);
      List<CompletableFuture<Void>> movers = movers(server);
      for (int round = 0; round < ROUNDS; round++) {
        String counted = "aof_rewrites:" + (round + 1);
        assertThat(client.send("BGREWRITEAOF"))
            .hasToString("Background append only file rewriting started");
        await(movers, () -> info(client).contains(counted));
        Path copy = directory.resolve("copy" + round);
        copyLog(copy);
        assertThat(totalOf(copy, "--appendonly", "yes"))
            .as("seed %s, round %s", SEED, round)
            .isEqualTo(TOTAL);
      }
      end(movers);
      server.checkInvariants();
    }
  }

  /** What a crash of this moment would leave: the end of the last file may be torn. */
  private void copyLog(Path target) throws IOException {
    Path log = Files.createDirectories(target.resolve("appendonlydir"));
    try (Stream<Path> files = Files.list(directory.resolve("appendonlydir"))) {
      for (Path file : files.toList()) {
        Files.copy(file, log.resolve(file.getFileName()));
      }
    }
  }

  private JacinthUnderTest start(String... more) {
    return startIn(directory, more);
  }

  private static JacinthUnderTest startIn(Path directory, String... more) {
    List<String> line = new ArrayList<>(List.of("--dir", directory.toString()));
    line.addAll(List.of("--list-max-listpack-size", "16"));
    line.addAll(List.of(more));
    return JacinthUnderTest.start(line.toArray(String[]::new));
  }

  private static RespConnection connect(JacinthUnderTest server) {
    return RespConnection.connect(server.address(), PATIENCE);
  }

  private static void fill(RespConnection client) {
    for (int i = 0; i < STRINGS; i++) {
      client.write("SET", "s" + i, Integer.toString(AMOUNT));
    }
    for (int i = 0; i < COLLECTIONS; i++) {
      for (int j = 0; j < ELEMENTS; j++) {
        client.write("HSET", "h" + i, "f" + j, Integer.toString(AMOUNT));
        client.write("ZADD", "z" + i, Integer.toString(AMOUNT), "m" + j);
        client.write("RPUSH", "l" + i, Integer.toString(j));
      }
      client.write("HEXPIRE", "h" + i / 2, "1000000", "FIELDS", "1", "f" + i);
    }
    client.flush();
    for (int i = 0; i < STRINGS + COLLECTIONS * (3 * ELEMENTS + 1); i++) {
      client.readRaw();
    }
  }

  private List<CompletableFuture<Void>> movers(JacinthUnderTest server) {
    return Stream.iterate(0, i -> i + 1)
        .limit(THREADS)
        .map(i -> CompletableFuture.runAsync(() -> move(server, SEED + i)))
        .toList();
  }

  private void move(JacinthUnderTest server, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try (RespConnection client = connect(server)) {
      while (!isOver.get()) {
        for (int i = 0; i < TRANSFERS; i++) {
          int amount = 1 + random.nextInt(9);
          client.write("MULTI");
          client.write(change(random, -amount));
          client.write(change(random, amount));
          client.write("LMOVE", list(random), list(random), "LEFT", "RIGHT");
          client.write("EXEC");
        }
        client.flush();
        for (int i = 0; i < 5 * TRANSFERS; i++) {
          client.readRaw();
        }
      }
    }
  }

  private static String list(SplittableRandom random) {
    return "l" + random.nextInt(COLLECTIONS);
  }

  private static String[] change(SplittableRandom random, int amount) {
    String by = Integer.toString(amount);
    return switch (random.nextInt(3)) {
      case 0 -> new String[] {"INCRBY", "s" + random.nextInt(STRINGS), by};
      case 1 ->
          new String[] {
            "HINCRBY", "h" + random.nextInt(COLLECTIONS), "f" + random.nextInt(ELEMENTS), by
          };
      default ->
          new String[] {
            "ZINCRBY", "z" + random.nextInt(COLLECTIONS), by, "m" + random.nextInt(ELEMENTS)
          };
    };
  }

  private static String info(RespConnection client) {
    return ((RespValue.BulkString) client.send("INFO", "persistence")).text();
  }

  private static void await(List<CompletableFuture<Void>> movers, BooleanSupplier isThere) {
    while (!isThere.getAsBoolean()) {
      assertThat(movers).noneMatch(CompletableFuture::isDone);
    }
  }

  private void end(List<CompletableFuture<Void>> movers) {
    isOver.set(true);
    movers.forEach(CompletableFuture::join);
  }

  private static long totalOf(Path directory, String... options) {
    try (JacinthUnderTest server = startIn(directory, options);
        RespConnection client = connect(server)) {
      long total = 0;
      for (int i = 0; i < STRINGS; i++) {
        total += number(client.send("GET", "s" + i));
      }
      for (int i = 0; i < COLLECTIONS; i++) {
        List<RespValue> values = elements(client.send("HVALS", "h" + i));
        List<RespValue> scores = elements(client.send("ZRANGE", "z" + i, "0", "-1", "WITHSCORES"));
        for (RespValue element : elements(client.send("LRANGE", "l" + i, "0", "-1"))) {
          total += number(element);
        }
        for (int j = 0; j < ELEMENTS; j++) {
          total += number(values.get(j)) + number(scores.get(2 * j + 1));
        }
      }
      return total;
    }
  }

  private static List<RespValue> elements(RespValue reply) {
    return ((RespValue.ArrayValue) reply).elements();
  }

  private static long number(RespValue reply) {
    return Long.parseLong(((RespValue.BulkString) reply).text());
  }
}
