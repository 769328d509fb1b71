package io.jacinth.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.IntegerValue;
import io.jacinth.testkit.JacinthUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Scripts over four event loops on overlapping keys, some declared and some not: each is atomic, so
 * that a sum over all keys is always the same.
 */
@Timeout(120)
class ScriptsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ACCOUNTS = 20;
  private static final long TOTAL = ACCOUNTS * 1000L;
  private static final int ROUNDS = 300;
  private static final long SEED = 20261121;

  private static final String MOVE =
      "local a = tonumber(redis.call('GET', KEYS[1]))"
          + " if KEYS[1] == KEYS[2] or a < tonumber(ARGV[1]) then return 0 end"
          + " redis.call('SET', KEYS[1], a - ARGV[1])"
          + " redis.call('SET', KEYS[2], redis.call('GET', KEYS[2]) + ARGV[1])"
          + " return 1";

  /** Reaches for a key that it does not declare, for some arguments after it has written. */
  private static final String MOVE_UNDECLARED =
      "local from, to = 'a' .. ARGV[1], 'a' .. ARGV[2]"
          + " redis.call('DECR', from) redis.call('INCR', to) return 1";

  private static final String SUM =
      "local s = 0 for i = 0, "
          + (ACCOUNTS - 1)
          + " do s = s + redis.call('GET', 'a' .. i) end return s";

  private final JacinthUnderTest server = JacinthUnderTest.startInRealTime("--io-threads", "4");
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void audit() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    try (server) {
      server.checkInvariants();
    }
  }

  private interface Work {
    void run(RespConnection client, SplittableRandom random);
  }

  private void start(List<Future<?>> started, int count, Work work) {
    for (int i = 0; i < count; i++) {
      SplittableRandom random = new SplittableRandom(SEED + started.size());
      started.add(
          threads.submit(
              () -> {
                try (RespConnection client = connect()) {
                  for (int round = 0; round < ROUNDS; round++) {
                    work.run(client, random);
                  }
                }
              }));
    }
  }

  private RespConnection connect() {
    return RespConnection.connect(server.address(), PATIENCE);
  }

  private static String account(SplittableRandom random) {
    return Integer.toString(random.nextInt(ACCOUNTS));
  }

  private static long number(RespValue value) {
    return ((IntegerValue) value).value();
  }

  @Test
  void sumsStayTheSame() throws Exception {
    try (RespConnection client = connect()) {
      for (int i = 0; i < ACCOUNTS; i++) {
        client.send("SET", "a" + i, "1000");
      }
    }
    List<Future<?>> started = new ArrayList<>();
    start(
        started,
        4,
        (client, random) -> {
          String from = "a" + account(random);
          String to = "a" + account(random);
          client.send("EVAL", MOVE, "2", from, to, Integer.toString(random.nextInt(50)));
        });
    start(
        started,
        2,
        (client, random) ->
            assertThat(
                    number(
                        client.send(
                            "EVAL", MOVE_UNDECLARED, "0", account(random), account(random))))
                .isEqualTo(1));
    start(
        started,
        2,
        (client, random) -> assertThat(number(client.send("EVAL", SUM, "0"))).isEqualTo(TOTAL));
    for (Future<?> one : started) {
      one.get(100, TimeUnit.SECONDS);
    }
  }
}
