package io.jacinth.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.Reply;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The eight policies, and what is refused where they find nothing to remove. */
@DualRun
class MaxmemoryTest {
  private static final String REFUSED = "OOM command not allowed when used memory > 'maxmemory'.";

  @Test
  void refusesWhatTakesMemoryAndNothingElse(TestServer server) {
    server.send("SET", "k", "v").expect("OK");
    server.send("RPUSH", "l", "a").expectInteger(1);
    server.send("CONFIG", "SET", "maxmemory", 1).expect("OK");
    server.send("SET", "k", "w").expectError(REFUSED);
    server.send("RPUSH", "l", "b").expectError(REFUSED);
    server.send("INCR", "n").expectError(REFUSED);
    server.send("SETRANGE", "s", 10, "x").expectError(REFUSED);
    server.send("SET", "k").expectErrorStarting("ERR wrong number of arguments");
    server.send("SETT", "k", "w").expectErrorStarting("ERR unknown command");
    server.send("GET", "k").expect("v");
    server.send("EXPIRE", "k", 100).expectInteger(1);
    server.send("LPOP", "l").expect("a");
    server.send("DEL", "k").expectInteger(1);
    server.send("PING").expect("PONG");
    server.send("CONFIG", "SET", "maxmemory", 0).expect("OK");
    server.send("SET", "k", "w").expect("OK");
  }

  @Test
  void refusesToQueueAndToRunATransaction(TestServer server) {
    server.send("SET", "k", "v").expect("OK");
    TestConnection other = server.connect();
    server.send("MULTI").expect("OK");
    server.send("SET", "k", "w").expectSimple("QUEUED");
    other.send("CONFIG", "SET", "maxmemory", 1).expect("OK");
    server.send("EXEC").expectError("EXECABORT Transaction discarded because of: " + REFUSED);
    server.send("MULTI").expect("OK");
    server.send("GET", "k").expectError(REFUSED);
    server.send("EXEC").expectError("EXECABORT Transaction discarded because of previous errors.");
    other.send("CONFIG", "SET", "maxmemory", 0).expect("OK");
    server.send("MULTI").expect("OK");
    server.send("DEL", "k").expectSimple("QUEUED");
    other.send("CONFIG", "SET", "maxmemory", 1).expect("OK");
    server.send("EXEC").expectArray(1);
  }

  @Test
  void countsRefusals(TestServer server) {
    server.send("SET", "k", "v").expect("OK");
    server.send("CONFIG", "SET", "maxmemory", 1).expect("OK");
    server.send("CONFIG", "RESETSTAT").expect("OK");
    server.send("SET", "k", "w").expectError(REFUSED);
    assertThat(server.send("INFO", "errorstats").text()).contains("errorstat_OOM:count=1");
    assertThat(server.send("INFO", "commandstats").text()).contains("rejected_calls=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"volatile-lru", "volatile-lfu", "volatile-random", "volatile-ttl"})
  void keysWithoutADeadlineStayUnderAVolatilePolicy(String policy, TestServer server) {
    limit(server, policy, 2 << 20);
    for (int i = 0; i < 1_000; i++) {
      server.send("SET", "stays:" + i, "v".repeat(100)).expect("OK");
    }
    TestConnection connection = server.connect();
    for (int i = 0; i < 6_000; i++) {
      connection.write("SET", "goes:" + i, "v".repeat(1_000), "EX", 10_000);
    }
    for (int i = 0; i < 6_000; i++) {
      connection.read().expect("OK");
    }
    assertThat(excess(server)).isLessThan(1 << 20);
    assertThat(field(server, "stats", "evicted_keys")).isBetween(2_500L, 6_000L);
    for (int i = 0; i < 1_000; i++) {
      server.send("EXISTS", "stays:" + i).expectInteger(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"volatile-lru", "volatile-lfu", "volatile-random", "volatile-ttl"})
  void aVolatilePolicyRefusesWhereNoKeyHasADeadline(String policy, TestServer server) {
    limit(server, policy, 1 << 20);
    int taken = 0;
    Reply last = server.send("SET", "k", "v");
    while (last.wire()[0] == '+') {
      last = server.send("SET", "k" + taken++, "v".repeat(10_000));
    }
    last.expectError(REFUSED);
    server.send("DBSIZE").expectInteger(taken);
    assertThat(field(server, "stats", "evicted_keys")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"allkeys-lru", "allkeys-lfu", "allkeys-random"})
  void memoryStaysNearTheLimit(String policy, TestServer server) {
    limit(server, policy, 4 << 20);
    TestConnection connection = server.connect();
    for (int i = 0; i < 10_000; i++) {
      connection.write("SET", "k" + i, "v".repeat(i % 3_000));
    }
    for (int i = 0; i < 10_000; i++) {
      connection.read().expect("OK");
    }
    assertThat(excess(server)).isBetween(-2L << 20, 1L << 20);
    assertThat(field(server, "stats", "evicted_keys")).isBetween(5_000L, 9_900L);
  }

  @Test
  void evictsFromEveryDatabase(TestServer server) {
    limit(server, "allkeys-lru", 2 << 20);
    for (int i = 0; i < 1_500; i++) {
      server.send("SET", "k" + i, "v".repeat(1_000)).expect("OK");
    }
    server.send("SELECT", 9).expect("OK");
    for (int i = 0; i < 3_000; i++) {
      server.send("SET", "k" + i, "v".repeat(1_000)).expect("OK");
    }
    assertThat(server.send("DBSIZE").integer()).isLessThan(2_500);
    server.send("SELECT", 0).expect("OK");
    assertThat(server.send("DBSIZE").integer()).isLessThan(1_400);
  }

  @Test
  void aLimitLoweredByFarIsReachedWithoutFurtherCommands(TestServer server) {
    limit(server, "allkeys-random", 20 << 20);
    for (int i = 0; i < 10_000; i++) {
      server.send("SET", "k" + i, "v".repeat(1_000)).expect("OK");
    }
    long used = field(server, "memory", "used_memory");
    server.send("CONFIG", "SET", "maxmemory", used - (8 << 20)).expect("OK");
    while (excess(server) > 0) {
      Thread.onSpinWait();
    }
    assertThat(server.send("DBSIZE").integer()).isBetween(500L, 4_000L);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void theLongestUnusedGoFirst(TestServer server) {
    server.send("CONFIG", "SET", "maxmemory-samples", 20).expect("OK");
    keepsTheBetter(server, "allkeys-lru", "GET");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void theLeastUsedGoFirst(TestServer server) {
    server.send("CONFIG", "SET", "maxmemory-samples", 20, "lfu-log-factor", 0).expect("OK");
    keepsTheBetter(server, "allkeys-lfu", "GET");
  }

  /** 1000 keys are used once more than 1000 others; most of the first are there in the end. */
  private static void keepsTheBetter(TestServer server, String policy, String use) {
    limit(server, policy, 0);
    for (int i = 0; i < 1_000; i++) {
      server.send("SET", "cold:" + i, "v".repeat(1_000)).expect("OK");
      server.send("SET", "warm:" + i, "v".repeat(1_000)).expect("OK");
    }
    server.advance(Duration.ofSeconds(40));
    for (int i = 0; i < 1_000; i++) {
      server.send(use, "warm:" + i);
    }
    halve(server);
    assertThat(present(server, "warm:")).isGreaterThan(950);
    assertThat(present(server, "cold:")).isLessThan(50);
  }

  @Test
  @JacinthOnly("Redis's sampling errs more")
  void whatExpiresSoonestGoesFirst(TestServer server) {
    server.send("CONFIG", "SET", "maxmemory-samples", 20).expect("OK");
    limit(server, "volatile-ttl", 0);
    for (int i = 0; i < 1_000; i++) {
      server.send("SET", "warm:" + i, "v".repeat(1_000), "EX", 5_000 + i).expect("OK");
      server.send("SET", "cold:" + i, "v".repeat(1_000), "EX", 1_000 + i).expect("OK");
    }
    halve(server);
    assertThat(present(server, "warm:")).isGreaterThan(950);
    assertThat(present(server, "cold:")).isLessThan(50);
  }

  private static void halve(TestServer server) {
    long used = field(server, "memory", "used_memory");
    server.send("CONFIG", "SET", "maxmemory", used / 2).expect("OK");
    while (excess(server) > 0) {
      Thread.onSpinWait();
    }
  }

  private static int present(TestServer server, String prefix) {
    int count = 0;
    for (int i = 0; i < 1_000; i++) {
      count += (int) server.send("EXISTS", prefix + i).integer();
    }
    return count;
  }

  /** Allows so many bytes above what is in use; 0: any number. */
  private static void limit(TestServer server, String policy, long bytes) {
    server.send("CONFIG", "RESETSTAT").expect("OK");
    server.send("CONFIG", "SET", "maxmemory-policy", policy).expect("OK");
    long limit = bytes == 0 ? 0 : field(server, "memory", "used_memory") + bytes;
    server.send("CONFIG", "SET", "maxmemory", limit).expect("OK");
  }

  private static long excess(TestServer server) {
    return field(server, "memory", "used_memory") - field(server, "memory", "maxmemory");
  }

  private static long field(TestServer server, String section, String name) {
    return server
        .send("INFO", section)
        .text()
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElseThrow();
  }
}
