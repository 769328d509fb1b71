package io.jacinth.benchmarks.eviction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The share of reads that find their key, where a server caches a million keys in a third of the
 * memory that they take: keys are drawn by Zipf's law, and one that is not found is written. Run by
 * {@code benchmarks/eviction} straight from its source.
 *
 * <p>Each server is first filled with all keys, so that a third means the same to all, whatever a
 * key costs them. Requests are paced alike, since what servers know of a key's use has a resolution
 * of a second.
 */
public final class HitRate {
  private static final String USAGE =
      """
      Usage: benchmarks/eviction [--squeeze N] [--keys N] [--reads N] [--rate N] [--server 'name=command {port}'] ...
        --squeeze N  another benchmark: N keys, then maxmemory at a quarter; how long does a client wait?
        --keys    number of keys in all (1000000)
        --reads   reads that count, after as many that do not (3000000)
        --rate    most reads a second (150000)
        --server  a server to measure, {port} standing for its port; by default Jacinth and redis-server
      """;

  private static final double EXPONENT = 0.99;
  private static final int VALUE_BYTES = 200;
  private static final int PIPELINE = 64;
  private static final long SEED = 42;
  private static final List<String> POLICIES =
      List.of("allkeys-lru", "allkeys-lfu", "allkeys-random");

  private final int keys;
  private final int reads;
  private final int rate;

  private HitRate(int keys, int reads, int rate) {
    this.keys = keys;
    this.reads = reads;
    this.rate = rate;
  }

  public static void main(String... arguments) throws Exception {
    int keys = 1_000_000;
    int reads = 3_000_000;
    int rate = 150_000;
    int squeezed = 0;
    List<String> servers = new ArrayList<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (arguments[i].equals("--help") || i + 1 == arguments.length) {
        System.out.print(USAGE);
        return;
      }
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--keys" -> keys = Integer.parseInt(value);
        case "--reads" -> reads = Integer.parseInt(value);
        case "--squeeze" -> squeezed = Integer.parseInt(value);
        case "--rate" -> rate = Integer.parseInt(value);
        case "--server" -> servers.add(value);
        default -> throw new IllegalArgumentException(arguments[i] + "\n" + USAGE);
      }
    }
    if (servers.isEmpty()) {
      servers =
          List.of(
              "jacinth=bin/jacinth-server --save '' --port {port}",
              "redis=redis-server --save '' --port {port}");
    }
    if (squeezed > 0) {
      new Squeeze(squeezed).run(servers);
    } else {
      new HitRate(keys, reads, rate).run(servers);
    }
  }

  private void run(List<String> servers) throws IOException, InterruptedException {
    System.out.printf(
        "%,d keys by Zipf %.2f in a third of the memory, %,d reads%n", keys, EXPONENT, reads);
    System.out.printf(
        "%-16s%-12s%10s%14s%14s%12s%n",
        "policy", "server", "hits", "keys kept", "used/limit", "reads/s");
    for (String policy : POLICIES) {
      for (String server : servers) {
        int equals = server.indexOf('=');
        measure(policy, server.substring(0, equals), server.substring(equals + 1));
      }
    }
  }

  private void measure(String policy, String name, String command)
      throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(command);
        CacheClient client = server.connect()) {
      client.ask("CONFIG", "SET", "maxmemory-policy", policy);
      client.fill(keys, VALUE_BYTES);
      long limit = client.info("memory", "used_memory") / 3;
      client.ask("CONFIG", "SET", "maxmemory", String.valueOf(limit));
      Zipf zipf = new Zipf(keys, EXPONENT, SEED);
      read(client, zipf);
      long start = System.nanoTime();
      double hits = read(client, zipf);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%-16s%-12s%9.2f%%%,14d%14.3f%,12.0f%n",
          policy,
          name,
          100 * hits / reads,
          client.size(),
          (double) client.info("memory", "used_memory") / limit,
          reads / seconds);
    }
  }

  /** Reads, and writes what it does not find; answers how many it found. */
  private long read(CacheClient client, Zipf zipf) throws IOException, InterruptedException {
    int[] batch = new int[PIPELINE];
    long hits = 0;
    long start = System.nanoTime();
    for (int done = 0; done < reads; done += PIPELINE) {
      for (int i = 0; i < PIPELINE; i++) {
        batch[i] = zipf.next();
        client.writeGet(batch[i]);
      }
      client.flush();
      int missed = 0;
      for (int i = 0; i < PIPELINE; i++) {
        if (client.readValue()) {
          hits++;
        } else {
          client.writeSet(batch[i], VALUE_BYTES);
          missed++;
        }
      }
      client.flush();
      client.skipLines(missed);
      long aheadNanos = start + done * 1_000_000_000L / rate - System.nanoTime();
      if (aheadNanos > 1_000_000) {
        TimeUnit.NANOSECONDS.sleep(aheadNanos);
      }
    }
    return hits;
  }
}
