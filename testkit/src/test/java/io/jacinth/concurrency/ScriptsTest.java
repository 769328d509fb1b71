package io.jacinth.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.IntegerValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Scripts over four event loops on overlapping keys, some declared and some not: each is atomic, so
 * that a sum over all keys is always the same.
 */
@Timeout(120)
class ScriptsTest extends FourLoops {
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

  private static final String SUM_OF_ALL =
      "local s = 0 for i = 0, "
          + (ACCOUNTS - 1)
          + " do s = s + (redis.call('GET', 'a' .. i) or 0) end return s";

  ScriptsTest() {
    super(PATIENCE);
  }

  private void start(List<Future<?>> started, int count, Work work) {
    for (int i = 0; i < count; i++) {
      started.add(
          start(
              SEED + started.size(),
              (client, random) -> {
                for (int round = 0; round < ROUNDS; round++) {
                  work.run(client, random);
                }
              }));
    }
  }

  private static String account(SplittableRandom random) {
    return Integer.toString(random.nextInt(ACCOUNTS));
  }

  private static long number(RespValue value) {
    return ((IntegerValue) value).value();
  }

  /** Keeps to its key where it is told to, else reaches for another after it has written. */
  private static final String STRAY =
      "redis.call('INCR', KEYS[1]) if ARGV[1] == 'stay' then return 0 end"
          + " redis.call('DECR', 'a' .. ARGV[1]) return 1 -- ";

  /** Whoever holds locks while he waits gives way to a script that reaches for more. */
  @Test
  void strayingAfterAWriteWaitsForOthers() throws Exception {
    stray(1);
  }

  /** Two of them at once cannot both go on: one is undone and begins anew. */
  @Test
  void strayingAfterAWriteIsUndoneForOthers() throws Exception {
    try (RespConnection client = connect()) {
      client.send("CONFIG", "SET", "script-kill-rollback", "yes");
    }
    stray(4);
  }

  private void stray(int strayers) throws Exception {
    List<Future<?>> started = new ArrayList<>();
    start(
        started,
        strayers,
        (client, random) -> {
          String script = STRAY + random.nextLong();
          String key = "a" + account(random);
          client.send("EVAL", script, "1", key, "stay");
          client.send("DECR", key);
          assertThat(number(client.send("EVAL", script, "1", key, account(random)))).isEqualTo(1);
        });
    start(
        started,
        3,
        (client, random) -> {
          String[] words = {"MGET", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8"};
          client.send(words);
        });
    for (Future<?> one : started) {
      one.get(100, TimeUnit.SECONDS);
    }
    try (RespConnection client = connect()) {
      assertThat(number(client.send("EVAL", SUM_OF_ALL, "0"))).isZero();
    }
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

  private static final String ADD = "return redis.call('INCR', KEYS[1])";

  /** Reaches for another key after it has written, once it is known to keep to its own. */
  private static final String ADD_HERE_AND_THERE =
      "redis.call('INCR', KEYS[1])"
          + " if ARGV[1] == 'there' then redis.call('INCR', 'c2') end return 1";

  /** Scripts with a key of their own leave its lock to what follows them in a pipeline. */
  @Test
  void pipelinesLoseNothing() throws Exception {
    List<Future<?>> started = new ArrayList<>();
    start(
        started,
        4,
        (client, random) ->
            pipeline(
                client,
                List.of(
                    List.of("EVAL", ADD, "1", "c1"),
                    List.of("INCR", "c1"),
                    List.of("EVAL", ADD, "1", "c1"),
                    List.of("EVAL", ADD, "1", "c2"),
                    List.of("EVAL", "return redis.call('INCR', KEYS[2])", "2", "c2", "c3"),
                    List.of("EVAL", "return redis.call('INCR', 'c1')", "0"),
                    List.of("EVAL", ADD, "1", "c3"))));
    for (Future<?> one : started) {
      one.get(100, TimeUnit.SECONDS);
    }
    try (RespConnection client = connect()) {
      pipeline(
          client,
          List.of(
              List.of("EVAL", ADD_HERE_AND_THERE, "1", "c1", "here"),
              List.of("EVAL", ADD, "1", "c1"),
              List.of("EVAL", ADD_HERE_AND_THERE, "1", "c1", "there"),
              List.of("EVAL", ADD, "1", "c1")));
      assertThat(client.send("MGET", "c1", "c2", "c3"))
          .isEqualTo(client.send("EVAL", "return {'4804', '1201', '2400'}", "0"));
    }
  }

  private static void pipeline(RespConnection client, List<List<String>> requests) {
    requests.forEach(request -> client.write(request.toArray(String[]::new)));
    client.flush();
    for (List<String> request : requests) {
      assertThat(client.read()).as("%s", request).isInstanceOf(IntegerValue.class);
    }
  }
}
