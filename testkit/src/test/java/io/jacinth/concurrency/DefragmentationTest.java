package io.jacinth.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.testkit.JacinthUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Memory full of holes shrinks while clients go on. The allocator checks every block, and the
 * server audits its memory at the end.
 */
@Timeout(120)
class DefragmentationTest {
  private static final int KEYS = 60_000;
  private static final int KEPT_OF = 10;
  private static final int LARGE = 40_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String[] ARGUMENTS = {
    "--io-threads", "2",
    "--partitions", "2",
    "--hz", "100",
    "--active-defrag-ignore-bytes", "1",
    "--active-defrag-threshold-lower", "1",
    "--active-defrag-threshold-upper", "20",
    "--active-defrag-cycle-max", "75"
  };

  @Test
  void footprintFallsUnderLoadAndNothingIsLost() throws Exception {
    try (JacinthUnderTest server = JacinthUnderTest.startInRealTime(ARGUMENTS);
        RespConnection client = RespConnection.connect(server.address(), PATIENCE);
        ExecutorService threads = Executors.newCachedThreadPool()) {
      fill(client);
      thin(client);
      long before = footprint(server);
      AtomicBoolean isOver = new AtomicBoolean();
      List<Future<?>> load = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int seed = i;
        load.add(threads.submit(() -> load(server, seed, isOver)));
      }
      client.send("CONFIG", "SET", "activedefrag", "yes");
      while (footprint(server) > before / 2) {
        client.send("PING");
      }
      isOver.set(true);
      for (Future<?> each : load) {
        each.get();
      }
      verify(client);
      assertThat(info(client, "active_defrag_hits")).isPositive();
      server.checkInvariants();
      client.send("CONFIG", "SET", "activedefrag", "no");
      client.send("FLUSHALL");
      server.checkInvariants();
    }
  }

  private static long footprint(JacinthUnderTest server) {
    return server.server().engine().partitions().footprintBytes();
  }

  private static String value(int key) {
    return ("value of " + key + " ").repeat(key % 97 == 0 ? LARGE / 12 : 10 + key % 20);
  }

  /** Every seventh key has a deadline, and beside each is a hash whose field has one. */
  private static void fill(RespConnection client) {
    for (int key = 0; key < KEYS; key++) {
      if (key % 7 == 0) {
        client.write("SET", "k" + key, value(key), "EX", "100000");
      } else {
        client.write("SET", "k" + key, value(key));
      }
      client.write("HSETEX", "h" + key, "EX", "100000", "FIELDS", "1", "f", "v" + key);
    }
    client.flush();
    for (int key = 0; key < KEYS; key++) {
      client.read();
      client.read();
    }
  }

  private static void thin(RespConnection client) {
    int deleted = 0;
    for (int key = 0; key < KEYS; key++) {
      if (!isKept(key)) {
        client.write("DEL", "k" + key, "h" + key);
        deleted++;
      }
    }
    client.flush();
    for (; deleted > 0; deleted--) {
      client.read();
    }
  }

  private static boolean isKept(int key) {
    return new SplittableRandom(key).nextInt(KEPT_OF) < 3;
  }

  private static void verify(RespConnection client) {
    for (int key = 0; key < KEYS; key++) {
      if (isKept(key)) {
        assertThat(text(client, "GET", "k" + key)).isEqualTo(value(key));
        assertThat(text(client, "HGET", "h" + key, "f")).isEqualTo("v" + key);
      }
    }
  }

  private static void load(JacinthUnderTest server, int seed, AtomicBoolean isOver) {
    SplittableRandom random = new SplittableRandom(seed);
    try (RespConnection client = RespConnection.connect(server.address(), PATIENCE)) {
      while (!isOver.get()) {
        int key = random.nextInt(KEYS);
        String other = "o" + random.nextInt(500);
        switch (random.nextInt(6)) {
          case 0 -> client.send("SET", other, "x".repeat(random.nextInt(2_000)));
          case 1 -> client.send("APPEND", other, "y".repeat(random.nextInt(300)));
          case 2 -> client.send("DEL", other);
          case 3 -> client.send("EXPIRE", "k" + key, "90000");
          case 4 -> client.send("RPUSH", "l" + other, "z".repeat(random.nextInt(100)));
          default -> {
            if (isKept(key)) {
              assertThat(text(client, "GET", "k" + key)).isEqualTo(value(key));
            }
          }
        }
      }
    }
  }

  private static String text(RespConnection client, String... command) {
    return client.send(command) instanceof BulkString bulk ? bulk.text() : "";
  }

  private static long info(RespConnection client, String field) {
    return text(client, "INFO", "stats")
        .lines()
        .filter(line -> line.startsWith(field + ":"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElseThrow();
  }
}
