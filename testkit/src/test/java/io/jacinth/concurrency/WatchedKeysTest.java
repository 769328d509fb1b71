package io.jacinth.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What was read under WATCH is what EXEC finds, whatever others, on other loops, do to the keys in
 * between: whole databases emptied and exchanged, keys that expire or make room.
 */
@Timeout(60)
class WatchedKeysTest extends FourLoops {
  private static final int KEYS = 4;
  private static final int WATCHERS = 6;
  private static final int ROUNDS = 1_500;

  private static final long SEED = 20261121;

  private final AtomicBoolean isOver = new AtomicBoolean();

  WatchedKeysTest() {
    super(Duration.ofSeconds(30), "--maxmemory-policy", "allkeys-random");
  }

  private static String key(SplittableRandom random) {
    return "key:" + random.nextInt(KEYS);
  }

  /** Changes keys in every way until all watchers are done; no value comes twice. */
  private void disturb(int number) {
    SplittableRandom random = new SplittableRandom(SEED + number);
    try (RespConnection client = connect()) {
      for (long i = 0; !isOver.get(); i++) {
        String value = number + ":" + i;
        switch (random.nextInt(24)) {
          case 0 -> client.send("FLUSHALL");
          case 1 -> client.send("FLUSHDB", "ASYNC");
          case 2, 3 -> client.send("SWAPDB", "0", "1");
          case 4 -> client.send("SELECT", Integer.toString(random.nextInt(2)));
          case 5, 6, 7, 8 -> client.send("SET", key(random), value, "PX", "1");
          case 9 -> client.send("RENAME", key(random), key(random));
          case 10 -> client.send("DEL", key(random));
          case 11 -> client.send("MOVE", key(random), "1");
          case 12 -> {
            client.send("CONFIG", "SET", "maxmemory", "1");
            client.send("CONFIG", "SET", "maxmemory", "0");
          }
          default -> client.send("SET", key(random), value);
        }
      }
    }
  }

  /** Answers how many transactions went through. */
  private int watch(int number) {
    SplittableRandom random = new SplittableRandom(SEED - number);
    int done = 0;
    try (RespConnection client = connect()) {
      for (int i = 0; i < ROUNDS; i++) {
        String key = key(random);
        String other = key(random);
        client.send("WATCH", key, other);
        RespValue before = client.send("MGET", key, other);
        client.write("MULTI");
        client.write("MGET", key, other);
        client.write("EXEC");
        client.flush();
        client.read();
        client.read();
        if (client.read() instanceof ArrayValue(List<RespValue> replies)) {
          assertThat(replies).containsExactly(before);
          done++;
        }
      }
    }
    return done;
  }

  @Test
  void areAsTheyWereReadWhereATransactionGoesThrough() throws Exception {
    List<Future<?>> disturbers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int number = i;
      disturbers.add(threads.submit(() -> disturb(number)));
    }
    List<Future<Integer>> watchers = new ArrayList<>();
    for (int i = 0; i < WATCHERS; i++) {
      int number = i;
      watchers.add(threads.submit(() -> watch(number)));
    }
    int done = 0;
    for (Future<Integer> watcher : watchers) {
      done += watcher.get(50, TimeUnit.SECONDS);
    }
    isOver.set(true);
    for (Future<?> disturber : disturbers) {
      disturber.get(50, TimeUnit.SECONDS);
    }
    assertThat(done).isBetween(1, WATCHERS * ROUNDS - 1);
  }
}
