package io.jacinth.benchmarks.eviction;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * How long a client waits for replies while the server shrinks to a quarter: {@code maxmemory} is
 * lowered under millions of keys, and another connection goes on reading and writing meanwhile,
 * once before and once while keys are evicted.
 */
final class Squeeze {
  private static final int VALUE_BYTES = 100;
  private static final int MOST_SAMPLES = 4_000_000;
  private static final long GAP_NANOS = 200_000;
  private static final long BASELINE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(120);

  private final int keys;
  private final long[] waits = new long[MOST_SAMPLES];
  private int count;

  Squeeze(int keys) {
    this.keys = keys;
  }

  void run(List<String> servers) throws IOException, InterruptedException {
    System.out.printf("%,d keys, then maxmemory at a quarter; waits in milliseconds%n", keys);
    System.out.printf(
        "%-12s%-10s%10s%10s%10s%10s%12s%12s%n",
        "server", "", "requests", "p99", "p99.9", "max", "seconds", "evicted");
    for (String server : servers) {
      int equals = server.indexOf('=');
      measure(server.substring(0, equals), server.substring(equals + 1));
    }
  }

  private void measure(String name, String command) throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(command);
        CacheClient admin = server.connect();
        CacheClient client = server.connect()) {
      admin.ask("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
      admin.fill(keys, VALUE_BYTES);
      long limit = admin.info("memory", "used_memory") / 4;
      long start = System.nanoTime();
      while (System.nanoTime() - start < BASELINE_NANOS) {
        request(client);
      }
      report(name, "before", start, 0);
      start = System.nanoTime();
      Thread lower = Thread.ofPlatform().start(() -> lower(admin, limit));
      while (lower.isAlive() && System.nanoTime() - start < MOST_NANOS) {
        request(client);
      }
      lower.join();
      report(name, "while", start, admin.info("stats", "evicted_keys"));
    }
  }

  /** Lowers the limit and looks on until it is kept. */
  private static void lower(CacheClient admin, long limit) {
    try {
      admin.ask("CONFIG", "SET", "maxmemory", String.valueOf(limit));
      while (admin.info("memory", "used_memory") > limit) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private final SplittableRandom random = new SplittableRandom(7);

  private void request(CacheClient client) throws IOException, InterruptedException {
    int key = random.nextInt(keys);
    long start = System.nanoTime();
    if (random.nextInt(4) == 0) {
      client.writeSet(key, VALUE_BYTES);
      client.flush();
      client.skipLines(1);
    } else {
      client.writeGet(key);
      client.flush();
      client.readValue();
    }
    long nanos = System.nanoTime() - start;
    if (count < MOST_SAMPLES) {
      waits[count++] = nanos;
    }
    TimeUnit.NANOSECONDS.sleep(GAP_NANOS);
  }

  private void report(String name, String when, long start, long evicted) {
    Arrays.sort(waits, 0, count);
    System.out.printf(
        "%-12s%-10s%,10d%10.2f%10.2f%10.2f%12.2f%,12d%n",
        name,
        when,
        count,
        millis(0.99),
        millis(0.999),
        millis(1),
        (System.nanoTime() - start) / 1e9,
        evicted);
    count = 0;
  }

  private double millis(double share) {
    return waits[Math.min((int) (count * share), count - 1)] / 1e6;
  }
}
