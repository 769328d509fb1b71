package io.jacinth.commands.debug;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue.BulkString;
import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import io.jacinth.testkit.RunningServer;
import io.jacinth.testkit.TestConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * DEBUG DIGEST and DEBUG DIGEST-VALUE: the same as Redis's for the same data of every type and
 * form, however it came about. Random data from a printed seed.
 */
class DebugDigestTest {
  private static RunningServer jacinth;
  private static RunningServer redis;
  private TestConnection ours = TestConnection.open(jacinth);
  private TestConnection theirs = TestConnection.open(redis);

  @BeforeAll
  static void start() {
    Assumptions.assumeTrue(RealRedis.binary().isPresent());
    jacinth = JacinthUnderTest.startInRealTime("--enable-debug-command", "yes");
    redis = RealRedis.start("--enable-debug-command", "yes");
  }

  @AfterAll
  static void stop() {
    if (redis != null) {
      jacinth.close();
      redis.close();
    }
  }

  private void both(Object... command) {
    ours.send(command);
    theirs.send(command);
  }

  private void compare(String key) {
    compare("DEBUG", "DIGEST-VALUE", key);
    compare("DEBUG", "DIGEST");
  }

  private void compare(Object... command) {
    assertThat(ours.send(command).value())
        .as(List.of(command).toString())
        .isEqualTo(theirs.send(command).value());
  }

  @Test
  void nothingIsZeros() {
    both("FLUSHALL");
    compare("none");
    assertThat(ours.send("DEBUG", "DIGEST").text()).isEqualTo("0".repeat(40));
    compare("DEBUG", "DIGEST-VALUE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "12", "-9223372036854775808", "012", "1.5", "large"})
  void strings(String value) {
    both("FLUSHALL");
    both("SET", "k", value.equals("large") ? "v".repeat(100_000) : value);
    compare("k");
    both("SET", "k", value, "EX", 10_000);
    compare("k");
    both("PERSIST", "k");
    compare("k");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0.0",
        "1",
        "-1.5",
        "0.1",
        "3.3333333333333335",
        "1e17",
        "123456789012345678",
        "1e300",
        "-1e-300",
        "0.0001",
        "0.00001",
        "1e16",
        "99999999999999999",
        "inf",
        "-inf",
        "4.9e-324",
        "1.7976931348623157e308",
        "100000",
        "2.5e-5"
      })
  void scores(String score) {
    both("FLUSHALL");
    both("ZADD", "z", score, "member", 1, "other");
    compare("z");
    both("ZADD", "z", 2, "m".repeat(100));
    compare("z");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 40, 700})
  void collectionsOfEveryFormAlsoAcrossDump(int size) {
    long seed = System.nanoTime();
    System.out.println("DebugDigestTest of " + size + ": seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    both("FLUSHALL");
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      for (String type : List.of("RPUSH", "SADD", "HSET", "ZADD", "XADD", "INTS")) {
        keys.add(fill(type, i, 1 + random.nextInt(size), random));
      }
    }
    for (String key : keys) {
      if (random.nextInt(3) == 0) {
        both("EXPIRE", key, 100_000);
      }
      compare(key);
    }
    for (String key : keys) {
      cross(ours, theirs, key);
      cross(theirs, ours, key);
      compare(key);
      compare("copy:" + key);
    }
  }

  private String fill(String type, int number, int size, SplittableRandom random) {
    String key = type + number;
    for (int i = 0; i < size; i++) {
      String element = element(number, random);
      switch (type) {
        case "HSET" -> both(type, key, element, element(number, random));
        case "ZADD" -> both(type, key, random.nextDouble() * Math.pow(10, i % 40 - 20), element);
        case "XADD" -> both(type, key, "1-" + (i + 1), "f" + i % 2, element, element, "v");
        case "INTS" -> both("SADD", key, random.nextInt());
        default -> both(type, key, element);
      }
    }
    if (type.equals("XADD")) {
      both("XDEL", key, "1-1", "1-" + size);
    }
    return key;
  }

  private static String element(int number, SplittableRandom random) {
    return switch (number % 4) {
      case 0 -> String.valueOf(random.nextInt(1_000_000));
      case 1 -> "e" + random.nextInt();
      case 2 -> "long".repeat(random.nextInt(40)) + random.nextInt();
      default -> random.nextInt() + "\r\n\0" + (char) random.nextInt(128, 255);
    };
  }

  /** Gives a value from one server to the other, under another name, with its deadline or not. */
  private static void cross(TestConnection from, TestConnection to, String key) {
    if (from.send("DUMP", key).value() instanceof BulkString dump) {
      long left = Math.max(0, from.send("PTTL", key).integer());
      to.send("RESTORE", "copy:" + key, left, dump.bytes(), "REPLACE").expect("OK");
    }
  }

  @Test
  void theNumberOfTheDatabaseCounts() {
    both("FLUSHALL");
    both("SET", "k", "v");
    both("SELECT", 9);
    both("SET", "k", "v");
    both("SET", "l", "w");
    compare("k");
    both("SELECT", 0);
    both("DEL", "k");
    compare("k");
  }

  @Test
  void theOrderInWhichKeysCameDoesNotCount() {
    both("FLUSHALL");
    for (int i = 0; i < 500; i++) {
      ours.send("SET", "k" + i, i);
      theirs.send("SET", "k" + (499 - i), 499 - i);
    }
    compare("k7");
  }
}
