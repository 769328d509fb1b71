package io.jacinth.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who learns that a key was evicted: subscribers, clients that watch it, clients that cache it. */
@DualRun
class EvictionNewsTest {
  /** Leaves one key, which is evicted at once. */
  private static void evict(TestServer server) {
    server.send("CONFIG", "SET", "maxmemory-policy", "allkeys-random").expect("OK");
    server.send("CONFIG", "SET", "maxmemory", 1).expect("OK");
    while (server.send("DBSIZE").integer() > 0) {
      Thread.onSpinWait();
    }
    server.send("CONFIG", "SET", "maxmemory", 0).expect("OK");
  }

  @Test
  void subscribersAreTold(TestServer server) {
    server.send("CONFIG", "SET", "notify-keyspace-events", "Ee").expect("OK");
    server.send("SET", "k", "v").expect("OK");
    TestConnection subscriber = server.connect();
    subscriber.send("SUBSCRIBE", "__keyevent@0__:evicted");
    evict(server);
    subscriber.read().expectArray("message", "__keyevent@0__:evicted", "k");
    server.send("CONFIG", "SET", "notify-keyspace-events", "").expect("OK");
  }

  @Test
  void transactionsOnTheKeyFail(TestServer server) {
    server.send("SET", "k", "v").expect("OK");
    TestConnection watcher = server.connect();
    watcher.send("WATCH", "k").expect("OK");
    evict(server);
    watcher.send("MULTI").expect("OK");
    watcher.send("PING");
    watcher.send("EXEC").expectNil();
  }

  @Test
  void cachesAreInvalidated(TestServer server) {
    server.send("SET", "k", "v").expect("OK");
    try (TestConnection cache = server.resp3()) {
      cache.send("CLIENT", "TRACKING", "ON").expect("OK");
      cache.send("GET", "k").expectBulk("v");
      evict(server);
      cache.readPush().expectArray("invalidate", List.of("k"));
    }
  }

  @Test
  void evictedKeysAreCounted(TestServer server) {
    server.send("CONFIG", "RESETSTAT").expect("OK");
    server.send("MSET", "a", 1, "b", 2, "c", 3).expect("OK");
    evict(server);
    String counted = "evicted_keys:3\r\n";
    String stats = server.send("INFO", "stats").text();
    for (int attempt = 0; attempt < 10_000 && !stats.contains(counted); attempt++) {
      stats = server.send("INFO", "stats").text();
    }
    assertThat(stats).contains(counted);
  }
}
