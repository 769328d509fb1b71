package io.jacinth.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.client.RespValue.SimpleError;
import io.jacinth.testkit.JacinthUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Sixty-four clients over four event loops. Most send random commands of all families on keys that
 * they share; the others move elements and numbers between collections that are theirs, and wait
 * for elements. In the end all that was moved is there once, the sums are what they were, and the
 * audit of the checking allocator finds each block where it belongs. {@code
 * -Djacinth.concurrency.seed} and {@code -Djacinth.concurrency.batches} make it another one, or
 * longer.
 */
class ConcurrentFamiliesTest {
  private static final long SEED = Long.getLong("jacinth.concurrency.seed", 1);
  private static final int BATCHES = Integer.getInteger("jacinth.concurrency.batches", 25);
  private static final int BATCH = 20;
  private static final int CLIENTS = 64;
  private static final int COLLECTIONS = 6;
  private static final int TOKENS = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(100 + BATCHES);

  /** These speak of the server or would take away what is being moved. */
  private static final Set<String> LEFT_OUT = Set.of("connections", "configuration");

  private final JacinthUnderTest server =
      JacinthUnderTest.startInRealTime("--io-threads", "4", "--hz", "100");

  @Test
  void nothingIsLostAmongAllTypes() throws Exception {
    List<Family> families =
        Families.all().stream().filter(family -> !LEFT_OUT.contains(family.name())).toList();
    try (server;
        ExecutorService threads = Executors.newCachedThreadPool()) {
      prepare();
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Dice dice = new Dice(SEED * 1_000 + i);
        Family family = families.get(i % families.size());
        boolean moves = i % 4 == 0;
        ends.add(threads.submit((Callable<@Nullable Void>) () -> run(dice, moves ? null : family)));
      }
      for (Future<?> end : ends) {
        assertThat(end).as("seed %d", SEED).succeedsWithin(PATIENCE);
      }
      audit();
      server.checkInvariants();
    }
  }

  private RespConnection connect() {
    return RespConnection.connect(server.address(), PATIENCE);
  }

  private void prepare() {
    try (RespConnection client = connect()) {
      client.send("CONFIG", "SET", "hash-max-listpack-entries", "20");
      client.send("CONFIG", "SET", "list-max-listpack-size", "30");
      for (int i = 0; i < TOKENS; i++) {
        client.send("RPUSH", name("list", i), "token:" + i);
        client.send("SADD", name("set", i), "token:" + i);
        client.send("XADD", "moved:stream", "*", "token", Integer.toString(i));
      }
    }
  }

  private static String name(String type, int number) {
    return "moved:" + type + number % COLLECTIONS;
  }

  private @Nullable Void run(Dice dice, @Nullable Family familyOrNone) {
    try (RespConnection client = connect()) {
      for (int batch = 0; batch < BATCHES; batch++) {
        int replies = 0;
        for (int i = 0; i < BATCH; i++) {
          List<String[]> requests = familyOrNone == null ? move(dice) : List.of();
          if (familyOrNone != null) {
            client.write(common(familyOrNone, dice).toArray());
          } else {
            requests.forEach(client::write);
          }
          replies += Math.max(1, requests.size());
        }
        client.flush();
        for (int i = 0; i < replies; i++) {
          if (client.read() instanceof SimpleError error) {
            assertThat(error.text()).doesNotContain("internal");
          }
        }
      }
    }
    return null;
  }

  /** A request of a family, none of those that empty or exchange databases. */
  private static Request common(Family family, Dice dice) {
    return new Family(family.name(), family.commands(), List.of(), List.of()).next(dice);
  }

  private static List<String[]> move(Dice dice) {
    String from = Integer.toString(dice.between(0, COLLECTIONS - 1));
    String to = Integer.toString(dice.between(0, COLLECTIONS - 1));
    String side = dice.oneOf("LEFT", "RIGHT");
    String token = "token:" + dice.between(0, TOKENS - 1);
    String amount = Integer.toString(dice.between(-100, 100));
    String field = "field" + dice.between(0, 40);
    return switch (dice.between(0, 8)) {
      case 0 -> one("LMOVE", "moved:list" + from, "moved:list" + to, side, "LEFT");
      case 1 -> one("RPOPLPUSH", "moved:list" + from, "moved:list" + to);
      case 2 -> one("BLMOVE", "moved:list" + from, "moved:list" + to, "RIGHT", side, "0.01");
      case 3 -> one("SMOVE", "moved:set" + from, "moved:set" + to, token);
      case 4 -> transfer("HINCRBY", "moved:hash" + from, "moved:hash" + to, field, amount, false);
      case 5 -> transfer("ZINCRBY", "moved:zset" + from, "moved:zset" + to, field, amount, true);
      case 6 -> expiring(dice);
      case 7 -> one(dice.oneOf("BLPOP", "BZPOPMIN"), "never", "empty" + from, "0.005");
      default -> one("XREAD", "COUNT", "3", "BLOCK", "5", "STREAMS", "moved:stream", "$");
    };
  }

  private static List<String[]> one(String... words) {
    return List.<String[]>of(words);
  }

  /** What one loses the other gains, at one instant. */
  private static List<String[]> transfer(
      String command, String from, String to, String member, String amount, boolean isAmountFirst) {
    String less = amount.startsWith("-") ? amount.substring(1) : "-" + amount;
    return List.of(
        new String[] {"MULTI"},
        isAmountFirst
            ? new String[] {command, from, amount, member}
            : new String[] {command, from, member, amount},
        isAmountFirst
            ? new String[] {command, to, less, member}
            : new String[] {command, to, member, less},
        new String[] {"EXEC"});
  }

  /** Fields that come and go by their deadlines. */
  private static List<String[]> expiring(Dice dice) {
    String key = "fleeting" + dice.between(0, 2);
    String field = "f" + dice.between(0, 60);
    String millis = Integer.toString(dice.between(1, 30));
    return List.of(
        new String[] {"HSET", key, field, "1", "g" + field, "2", "h" + field, "3"},
        new String[] {"HPEXPIRE", key, millis, "FIELDS", "2", field, "g" + field},
        new String[] {dice.oneOf("HGETALL", "HLEN", "HRANDFIELD", "HVALS"), key});
  }

  private void audit() {
    List<String> tokens = IntStream.range(0, TOKENS).mapToObj(number -> "token:" + number).toList();
    try (RespConnection client = connect()) {
      List<String> inLists = new ArrayList<>();
      List<String> inSets = new ArrayList<>();
      double sum = 0;
      for (int i = 0; i < COLLECTIONS; i++) {
        inLists.addAll(texts(client.send("LRANGE", name("list", i), "0", "-1")).toList());
        inSets.addAll(texts(client.send("SMEMBERS", name("set", i))).toList());
        sum += texts(client.send("HVALS", name("hash", i))).mapToLong(Long::parseLong).sum();
        sum += scores(client.send("ZRANGE", name("zset", i), "0", "-1", "WITHSCORES"));
      }
      assertThat(inLists).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(tokens);
      assertThat(inSets).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(tokens);
      assertThat(sum).as("seed %d", SEED).isZero();
    }
  }

  private static Stream<String> texts(RespValue array) {
    return ((ArrayValue) array).elements().stream().map(value -> ((BulkString) value).text());
  }

  private static double scores(RespValue withScores) {
    List<String> words = texts(withScores).toList();
    double sum = 0;
    for (int i = 1; i < words.size(); i += 2) {
      sum += Double.parseDouble(words.get(i));
    }
    return sum;
  }
}
