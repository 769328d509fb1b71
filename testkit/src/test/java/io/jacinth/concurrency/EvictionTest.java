package io.jacinth.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.client.RespValue.SimpleError;
import io.jacinth.engine.eviction.MemoryLimit;
import io.jacinth.testkit.JacinthUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Several loops write at full speed what does not fit, of all types and sizes. Memory stays near
 * the limit all the while, whatever is read back is right, and the audit finds no block lost.
 */
@Timeout(120)
class EvictionTest {
  private static final long LIMIT = 16 << 20;
  private static final long TOLERANCE = 2 << 20;
  private static final int THREADS = 4;
  private static final int REQUESTS = 15_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(strings = {"allkeys-lru", "allkeys-lfu", "allkeys-random", "volatile-ttl"})
  void memoryStaysNearTheLimitUnderLoad(String policy) throws Exception {
    try (JacinthUnderTest server =
            JacinthUnderTest.startInRealTime(
                "--io-threads",
                "3",
                "--maxmemory",
                String.valueOf(LIMIT),
                "--maxmemory-policy",
                policy);
        ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Long>> load = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int seed = i;
        load.add(threads.submit(() -> load(server, seed)));
      }
      for (Future<Long> each : load) {
        assertThat(each.get()).isLessThan(LIMIT + TOLERANCE);
      }
      assertThat(server.server().engine().statistics().evictedKeys()).isPositive();
      server.checkInvariants();
    }
  }

  /** Answers the most memory that was seen in use. */
  private static long load(JacinthUnderTest server, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    MemoryLimit limit = server.server().engine().memoryLimit();
    long most = 0;
    try (RespConnection client = RespConnection.connect(server.address(), PATIENCE)) {
      for (int i = 0; i < REQUESTS; i++) {
        int id = random.nextInt(1 << 20);
        int size = 1 << random.nextInt(4, i % 100 == 0 ? 19 : 12);
        String key = (i % 7 == 0 ? "{hot}" : "") + "k" + id;
        write(client, key, size, random);
        if (client.send("GET", "s" + key) instanceof BulkString bulk) {
          assertThat(bulk.text()).startsWith(key);
        }
        most = Math.max(most, limit.usedBytes());
      }
    }
    return most;
  }

  private static void write(RespConnection client, String key, int size, SplittableRandom random) {
    switch (random.nextInt(4)) {
      case 0 -> {
        List<String> words = new ArrayList<>(List.of("RPUSH", "l" + key));
        for (int i = 0; i < size / 8; i++) {
          words.add("e" + random.nextInt());
        }
        check(client, words);
        check(client, List.of("EXPIRE", "l" + key, "1000"));
      }
      case 1 -> {
        List<String> words = new ArrayList<>(List.of("SADD", "m" + key));
        for (int i = 0; i < size / 16; i++) {
          words.add("m" + random.nextInt());
        }
        check(client, words);
        check(client, List.of("EXPIRE", "m" + key, "900"));
      }
      default -> check(client, List.of("SET", "s" + key, key + "x".repeat(size), "EX", "800"));
    }
  }

  private static void check(RespConnection client, List<String> command) {
    var reply = client.send(command.toArray(String[]::new));
    assertThat(reply).isNotInstanceOf(SimpleError.class);
  }
}
