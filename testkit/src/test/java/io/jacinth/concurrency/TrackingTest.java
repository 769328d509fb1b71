package io.jacinth.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.client.RespValue.PushValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Caches in clients, over four event loops, while others write. */
@Timeout(60)
class TrackingTest extends FourLoops {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int KEYS = 40;
  private static final int CACHES = 4;
  private static final int WRITERS = 3;
  private static final int WRITES = 4_000;

  private static final long SEED = 20261121;

  private final AtomicBoolean isOver = new AtomicBoolean();

  TrackingTest() {
    super(PATIENCE);
  }

  private List<Future<?>> startWriting() {
    List<Future<?>> writing = new ArrayList<>();
    for (int t = 0; t < WRITERS; t++) {
      SplittableRandom random = new SplittableRandom(SEED + t);
      writing.add(threads.submit(() -> write(random)));
    }
    return writing;
  }

  private void write(SplittableRandom random) {
    try (RespConnection client = connect()) {
      for (int i = 0; i < WRITES; i++) {
        String key = "key:" + random.nextInt(KEYS);
        switch (random.nextInt(20)) {
          case 0 -> client.send("DEL", key);
          case 1 -> client.send("MSET", key, "0", "key:" + random.nextInt(KEYS), "0");
          default -> client.send("INCR", key);
        }
      }
    }
  }

  /** A cache as client libraries build it: nothing is asked for twice unless it was told of. */
  private final class Cache implements AutoCloseable {
    private final RespConnection client = connect();
    private final Map<String, RespValue> values = new HashMap<>();

    Cache(String... options) {
      client.send("HELLO", "3");
      List<String> words = new ArrayList<>(List.of("CLIENT", "TRACKING", "ON"));
      words.addAll(List.of(options));
      assertThat(client.send(words.toArray(new String[0])))
          .isEqualTo(new RespValue.SimpleString("OK"));
    }

    RespValue get(String key) {
      return values.computeIfAbsent(key, name -> client.send("GET", name));
    }

    void takePushes() {
      for (PushValue push = client.pollPush(); push != null; push = client.pollPush()) {
        assertThat(((BulkString) push.elements().get(0)).text()).isEqualTo("invalidate");
        ((ArrayValue) push.elements().get(1))
            .elements()
            .forEach(key -> values.remove(((BulkString) key).text()));
      }
    }

    @Override
    public void close() {
      client.close();
    }
  }

  private void useCache(SplittableRandom random, String... options) {
    try (Cache cache = new Cache(options)) {
      while (!isOver.get()) {
        String key = "key:" + random.nextInt(KEYS);
        cache.get(key);
        if (random.nextInt(4) == 0) {
          cache.client.send("PING");
        }
        cache.takePushes();
      }
      cache.client.send("PING");
      cache.takePushes();
      cache.values.forEach(
          (key, value) -> assertThat(cache.client.send("GET", key)).as(key).isEqualTo(value));
    }
  }

  private void testCaches(String... options) throws Exception {
    List<Future<?>> caches = new ArrayList<>();
    for (int i = 0; i < CACHES; i++) {
      SplittableRandom random = new SplittableRandom(SEED - i);
      caches.add(threads.submit(() -> useCache(random, options)));
    }
    for (Future<?> one : startWriting()) {
      one.get(50, TimeUnit.SECONDS);
    }
    isOver.set(true);
    for (Future<?> one : caches) {
      one.get(50, TimeUnit.SECONDS);
    }
  }

  /** What a cache holds when it has heard all messages is what the server holds. */
  @Test
  void cachesNeverStayStale() throws Exception {
    testCaches();
  }

  @Test
  void cachesByPrefixNeverStayStale() throws Exception {
    testCaches("BCAST", "PREFIX", "key:");
  }

  /** Keys are forgotten, with messages, while they change. */
  @Test
  void cachesBeyondTheLimitNeverStayStale() throws Exception {
    try (RespConnection client = connect()) {
      client.send("CONFIG", "SET", "tracking-table-max-keys", "5");
    }
    testCaches();
  }

  /** Clients that leave in the middle leave nothing behind. */
  @Test
  void forgetsWhoHasGone() throws Exception {
    List<Future<?>> writing = startWriting();
    for (int i = 0; i < 50; i++) {
      try (Cache told = new Cache();
          Cache broadcast = new Cache("BCAST")) {
        for (int key = 0; key < KEYS; key++) {
          told.get("key:" + key);
          broadcast.get("key:" + key);
        }
      }
    }
    for (Future<?> one : writing) {
      one.get(50, TimeUnit.SECONDS);
    }
    var tracking = server.server().engine().tracking();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while ((tracking.isOn() || tracking.keys() > 0) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(tracking.clients()).isZero();
    assertThat(tracking.prefixes()).isZero();
    assertThat(tracking.keys()).isZero();
    assertThat(tracking.items()).isZero();
  }
}
