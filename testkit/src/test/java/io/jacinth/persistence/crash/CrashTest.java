package io.jacinth.persistence.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespException;
import io.jacinth.engine.Uninterruptibly;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server that writes an append-only file is killed under load, again and again, at moments that
 * the seed chooses, some of them while it loads or rewrites its file; the clients keep a record of
 * their own. {@code -Djacinth.crash.rounds=500 -Djacinth.crash.seed=2} makes the run longer and
 * another one.
 */
class CrashTest {
  private static final int ROUNDS = Integer.getInteger("jacinth.crash.rounds", 3);
  private static final long SEED = Long.getLong("jacinth.crash.seed", 1);
  private static final int WRITERS = 8;

  /** What a policy promises, and how long a load must last to put it to the test. */
  enum Promise {
    ALWAYS(Duration.ZERO, Duration.ofMillis(1500)),
    EVERYSEC(Duration.ofSeconds(2), Duration.ofMillis(4000));

    final Duration mayBeLost;
    final Duration longestLoad;

    Promise(Duration mayBeLost, Duration longestLoad) {
      this.mayBeLost = mayBeLost;
      this.longestLoad = longestLoad;
    }
  }

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path directory;

  private List<String> arguments(Promise promise) {
    return List.of(
        "--appendonly",
        "yes",
        "--save",
        "",
        "--appendfsync",
        promise.name().toLowerCase(Locale.ROOT),
        "--auto-aof-rewrite-min-size",
        "256kb");
  }

  @ParameterizedTest
  @EnumSource
  void nothingPromisedIsLost(Promise promise) {
    Random random = new Random(SEED);
    long acknowledged = 0;
    long lost = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      List<Writer> writers = new ArrayList<>();
      long killedNanos = load(promise, random, round, writers);
      if (random.nextInt(4) == 0) {
        killWhileItLoads(promise, random);
      }
      long mustHave = killedNanos - promise.mayBeLost.toNanos();
      try (ServerUnderFire server = ServerUnderFire.launch(directory, arguments(promise))) {
        server.awaitReady();
        try (RespConnection connection = server.connect()) {
          for (Writer writer : writers) {
            lost += writer.check(connection, mustHave);
            acknowledged += writer.acknowledged();
          }
          connection.send("FLUSHALL");
        }
      }
    }
    assertThat(acknowledged).isPositive();
    System.out.printf(
        "%s: %d rounds with seed %d, %d steps acknowledged, %d of them lost%n",
        promise, ROUNDS, SEED, acknowledged, lost);
  }

  /** Answers when the server was killed. */
  private long load(Promise promise, Random random, int round, List<Writer> writers) {
    try (ServerUnderFire server = ServerUnderFire.launch(directory, arguments(promise))) {
      server.awaitReady();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(new Writer(server.connect(), round + "." + i, random.nextLong()));
      }
      writers.forEach(Thread::start);
      long loadNanos = (long) (promise.longestLoad.toNanos() * random.nextDouble());
      boolean rewrites = random.nextInt(3) == 0;
      long rewriteNanos = (long) (loadNanos * random.nextDouble());
      if (rewrites) {
        LockSupport.parkNanos(rewriteNanos);
        rewrite(server);
        LockSupport.parkNanos(loadNanos - rewriteNanos);
      } else {
        LockSupport.parkNanos(loadNanos);
      }
      long killedNanos = System.nanoTime();
      server.kill();
      writers.forEach(Uninterruptibly::join);
      return killedNanos;
    }
  }

  private static void rewrite(ServerUnderFire server) {
    try (RespConnection connection = server.connect()) {
      connection.send("BGREWRITEAOF");
    } catch (RespException e) {
      throw new AssertionError("the server died by itself", e);
    }
  }

  private void killWhileItLoads(Promise promise, Random random) {
    try (ServerUnderFire server = ServerUnderFire.launch(directory, arguments(promise))) {
      LockSupport.parkNanos((long) (1e9 * random.nextDouble()));
      server.kill();
    }
  }
}
