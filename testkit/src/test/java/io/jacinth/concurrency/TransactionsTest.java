package io.jacinth.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.client.RespValue.NullValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Transactions over four event loops whose keys lie in different partitions. */
@Timeout(60)
class TransactionsTest extends FourLoops {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ACCOUNTS = 20;
  private static final int CLIENTS = 8;

  private static final long SEED = 20261121;

  private final AtomicBoolean isOver = new AtomicBoolean();

  TransactionsTest() {
    super(PATIENCE);
  }

  private List<Future<?>> start(int count, Work work) {
    List<Future<?>> started = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      started.add(start(SEED + i, work));
    }
    return started;
  }

  private static void await(List<Future<?>> all) throws Exception {
    for (Future<?> one : all) {
      one.get(50, TimeUnit.SECONDS);
    }
  }

  private static long number(RespValue value) {
    return Long.parseLong(((BulkString) value).text());
  }

  private static long sum(RespValue values) {
    return ((ArrayValue) values).elements().stream().mapToLong(TransactionsTest::number).sum();
  }

  private static String[] readAll() {
    String[] request = new String[ACCOUNTS + 1];
    request[0] = "MGET";
    for (int i = 0; i < ACCOUNTS; i++) {
      request[i + 1] = "account:" + i;
    }
    return request;
  }

  /** Money that moves between accounts is never seen on its way. */
  @Test
  void areSeenWholeOrNotAtAll() throws Exception {
    try (RespConnection client = connect()) {
      for (int i = 0; i < ACCOUNTS; i++) {
        client.send("SET", "account:" + i, "100");
      }
      List<Future<?>> readers =
          start(
              2,
              (reader, random) -> {
                while (!isOver.get()) {
                  assertThat(sum(reader.send(readAll()))).isEqualTo(100 * ACCOUNTS);
                }
              });
      await(start(CLIENTS, this::transfer));
      isOver.set(true);
      await(readers);
      assertThat(sum(client.send(readAll()))).isEqualTo(100 * ACCOUNTS);
    }
  }

  private void transfer(RespConnection client, SplittableRandom random) {
    for (int i = 0; i < 500; i++) {
      client.write("MULTI");
      for (int step = random.nextInt(1, 40); step > 0; step--) {
        client.write("DECR", "account:" + random.nextInt(ACCOUNTS));
        client.write("INCR", "account:" + random.nextInt(ACCOUNTS));
        client.write("SELECT", "0");
      }
      client.write("EXEC");
      client.flush();
      RespValue reply = client.read();
      while (!(reply instanceof ArrayValue)) {
        reply = client.read();
      }
    }
  }

  /** Counters that are read, added to and written back under WATCH lose no count. */
  @Test
  void thatWatchLoseNoUpdate() throws Exception {
    try (RespConnection client = connect()) {
      client.send("MSET", "left", "0", "right", "0");
      await(start(CLIENTS, this::count));
      assertThat(number(client.send("GET", "left"))).isEqualTo(CLIENTS * 200L);
      assertThat(number(client.send("GET", "right"))).isEqualTo(-CLIENTS * 200L);
    }
  }

  private void count(RespConnection client, SplittableRandom random) {
    for (int done = 0; done < 200; ) {
      client.send("WATCH", "left", "right");
      long left = number(client.send("GET", "left"));
      long right = number(client.send("GET", "right"));
      if (random.nextInt(10) == 0) {
        client.send("UNWATCH");
        continue;
      }
      client.send("MULTI");
      client.send("SET", "left", Long.toString(left + 1));
      client.send("SET", "right", Long.toString(right - 1));
      if (client.send("EXEC") instanceof ArrayValue) {
        done++;
      }
    }
  }

  /** Everybody who watches a key learns of its change, and those who left are forgotten. */
  @Test
  void tellAllWhoWatch() {
    List<RespConnection> watchers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      RespConnection watcher = connect();
      watchers.add(watcher);
      watcher.send("WATCH", "k", "other:" + i);
      watcher.send("MULTI");
      watcher.send("PING");
    }
    for (int i = 0; i < 50; i++) {
      watchers.removeLast().close();
    }
    try (RespConnection client = connect()) {
      client.send("SET", "k", "1");
    }
    for (RespConnection watcher : watchers) {
      assertThat(watcher.send("EXEC")).isEqualTo(NullValue.ARRAY);
      watcher.send("MULTI");
      assertThat(watcher.send("EXEC")).isInstanceOf(ArrayValue.class);
      watcher.close();
    }
  }
}
