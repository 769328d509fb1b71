package io.jacinth.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.client.RespValue.IntegerValue;
import io.jacinth.client.RespValue.SimpleError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Clients on threads of their own, over four event loops, on keys that they share. The schedule is
 * the machine's; what the clients ask for follows from a seed. After each test the server audits
 * its memory: no block leaked, none freed too early.
 */
@Timeout(60)
class ConcurrencyTest extends FourLoops {
  private static final long SEED = Long.getLong("jacinth.concurrency.seed", 1);
  private static final int CLIENTS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  ConcurrencyTest() {
    super(PATIENCE, "--hz", "100");
  }

  // ---------------------------------------------------------------- tests

  @Test
  void noIncrementIsLost() {
    int keys = 20;
    int rounds = 1_500;
    runAll(
        CLIENTS,
        (client, random) -> {
          for (int i = 0; i < rounds; i++) {
            client.write("INCR", "sum:" + random.nextInt(keys));
            client.write("INCRBY", "sum:" + random.nextInt(keys), "2");
            client.write("DECR", "sum:" + random.nextInt(keys));
          }
          client.flush();
          for (int i = 0; i < 3 * rounds; i++) {
            assertThat(client.read()).isInstanceOf(IntegerValue.class);
          }
        });
    try (RespConnection client = connect()) {
      long sum = 0;
      for (int i = 0; i < keys; i++) {
        sum += Long.parseLong(text(client.send("GET", "sum:" + i)));
      }
      assertThat(sum).isEqualTo(2L * CLIENTS * rounds);
    }
  }

  /** Each pair is only ever set together, to one value; readers must never see two. */
  @Test
  void whatIsSetTogetherIsSeenTogether() {
    int pairs = 5;
    runAll(
        CLIENTS,
        (client, random) -> {
          for (int i = 0; i < 2_000; i++) {
            int pair = random.nextInt(pairs);
            String[] keys = {"a" + pair, "b" + pair, "c" + pair};
            if (random.nextInt(3) == 0) {
              String value = "v".repeat(random.nextInt(60)) + random.nextInt();
              client.send("MSET", keys[2], value, keys[0], value, keys[1], value);
            } else {
              assertThat(new HashSet<>(strings(client.send("MGET", keys[0], keys[1], keys[2]))))
                  .hasSize(1);
            }
          }
        });
  }

  /** A key is renamed in a circle by everybody, so there is always exactly one of its names. */
  @Test
  void aKeyThatIsRenamedIsNeverThereTwiceNorMissing() {
    String[] names = IntStream.range(0, 6).mapToObj(i -> "name" + i).toArray(String[]::new);
    String value = "v".repeat(20_000);
    try (RespConnection client = connect()) {
      client.send("SET", names[0], value);
    }
    runAll(
        CLIENTS,
        (client, random) -> {
          for (int i = 0; i < 1_500; i++) {
            if (random.nextInt(4) == 0) {
              assertThat(client.send(with("EXISTS", names))).isEqualTo(new IntegerValue(1));
            } else {
              int from = random.nextInt(names.length);
              String to = names[(from + 1 + random.nextInt(names.length - 1)) % names.length];
              client.send(random.nextBoolean() ? "RENAME" : "RENAMENX", names[from], to);
            }
          }
        });
    try (RespConnection client = connect()) {
      List<String> held = strings(client.send(with("MGET", names)));
      held.removeIf(String::isEmpty);
      assertThat(held).containsExactly(value);
    }
  }

  /**
   * Two databases are swapped, one holds keys and the other none: nobody may see a part of them.
   */
  @Test
  void databasesAreSwappedAtOneInstant() {
    String[] keys = IntStream.range(0, 40).mapToObj(i -> "k" + i).toArray(String[]::new);
    try (RespConnection client = connect()) {
      for (String key : keys) {
        client.send("SET", key, "v");
      }
    }
    runAll(
        CLIENTS,
        (client, random) -> {
          for (int i = 0; i < 800; i++) {
            if (random.nextInt(4) == 0) {
              client.send("SWAPDB", "0", "1");
            } else {
              client.send("SELECT", Integer.toString(random.nextInt(2)));
              assertThat(((IntegerValue) client.send(with("EXISTS", keys))).value())
                  .isIn(0L, (long) keys.length);
            }
          }
        });
  }

  /** Keys that nobody removes are seen by every whole scan, whatever else comes and goes. */
  @Test
  void scansSeeWhatLasts() {
    Set<String> lasting = new HashSet<>();
    try (RespConnection client = connect()) {
      for (int i = 0; i < 1_000; i++) {
        lasting.add("lasting" + i);
        client.send("SET", "lasting" + i, "v");
      }
    }
    runAll(
        CLIENTS,
        (client, random) -> {
          boolean isScanner = random.nextBoolean();
          for (int i = 0; i < (isScanner ? 4 : 3_000); i++) {
            if (isScanner) {
              assertThat(scan(client, 1 + random.nextInt(200))).containsAll(lasting);
            } else {
              churn(client, random);
            }
          }
        });
  }

  private static void churn(RespConnection client, SplittableRandom random) {
    String key = "other" + random.nextInt(5_000);
    if (random.nextInt(3) == 0) {
      client.send("DEL", key);
    } else {
      client.send("SET", key, "v".repeat(random.nextInt(100)));
    }
  }

  private static Set<String> scan(RespConnection client, int count) {
    Set<String> seen = new HashSet<>();
    String cursor = "0";
    do {
      ArrayValue reply = (ArrayValue) client.send("SCAN", cursor, "COUNT", Integer.toString(count));
      cursor = text(reply.elements().get(0));
      seen.addAll(strings(reply.elements().get(1)));
    } while (!cursor.equals("0"));
    return seen;
  }

  /** Every command that moves or frees memory, on few keys, while expiry and flushes go on. */
  @Test
  void anythingAtAllLeavesMemoryInOrder() {
    runAll(
        CLIENTS,
        (client, random) -> {
          for (int batch = 0; batch < 100; batch++) {
            int size = 1 + random.nextInt(40);
            for (int i = 0; i < size; i++) {
              client.write(anything(random));
            }
            client.flush();
            for (int i = 0; i < size; i++) {
              if (client.read() instanceof SimpleError error) {
                assertThat(error.text()).doesNotContain("internal");
              }
            }
          }
        });
  }

  private static String[] anything(SplittableRandom random) {
    String key = "k" + random.nextInt(60);
    String other = "k" + random.nextInt(60);
    String database = Integer.toString(random.nextInt(3));
    String value = "v".repeat(random.nextInt(20) == 0 ? 40_000 : random.nextInt(300));
    return switch (random.nextInt(24)) {
      case 0, 1, 2 -> new String[] {"SET", key, value};
      case 3 -> new String[] {"SET", key, value, "PX", Integer.toString(1 + random.nextInt(20))};
      case 4 -> new String[] {"MSET", key, value, other, value};
      case 5 -> new String[] {"MGET", key, other};
      case 6 -> new String[] {"RENAME", key, other};
      case 7 -> new String[] {"RENAMENX", key, other};
      case 8 -> new String[] {"COPY", key, other, "REPLACE"};
      case 9 -> new String[] {"COPY", key, other, "DB", database, "REPLACE"};
      case 10 -> new String[] {"MOVE", key, database};
      case 11 -> new String[] {"DEL", key, other};
      case 12 -> new String[] {"PEXPIRE", key, Integer.toString(random.nextInt(30) - 3)};
      case 13 -> new String[] {"PERSIST", key};
      case 14 -> new String[] {"APPEND", key, value};
      case 15 -> new String[] {"SETRANGE", key, Integer.toString(random.nextInt(2_000)), "x"};
      case 16 -> new String[] {"SCAN", Integer.toString(random.nextInt(100)), "COUNT", "20"};
      case 17 -> new String[] {"SELECT", database};
      case 18 -> new String[] {"RANDOMKEY"};
      case 19 -> new String[] {"GETDEL", key};
      case 20 -> new String[] {"KEYS", "k1*"};
      case 21 -> new String[] {"UNLINK", key};
      case 22 -> new String[] {"GETEX", key, "PX", "15"};
      default ->
          switch (random.nextInt(10)) {
            case 0 -> new String[] {"FLUSHALL"};
            case 1 -> new String[] {"FLUSHDB", "ASYNC"};
            case 2 -> new String[] {"FLUSHDB", "SYNC"};
            case 3 -> new String[] {"SWAPDB", database, "0"};
            default -> new String[] {"INCR", "n" + key};
          };
    };
  }

  // ---------------------------------------------------------------- clients

  /** What one client does. */
  /** Runs so many clients to their end; the first failure of one is the test's. */
  private void runAll(int clients, Work work) {
    List<Future<?>> ends = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      ends.add(start(SEED * 1_000 + i, work));
    }
    for (Future<?> end : ends) {
      assertThat(end).as("seed %d", SEED).succeedsWithin(Duration.ofSeconds(50));
    }
  }

  private static String[] with(String command, String[] keys) {
    String[] request = new String[keys.length + 1];
    request[0] = command;
    System.arraycopy(keys, 0, request, 1, keys.length);
    return request;
  }

  private static String text(RespValue value) {
    return value instanceof BulkString bulk ? bulk.text() : "";
  }

  /** The elements of an array as text, nothing as the empty text. */
  private static List<String> strings(RespValue array) {
    return new ArrayList<>(
        ((ArrayValue) array).elements().stream().map(ConcurrencyTest::text).toList());
  }
}
