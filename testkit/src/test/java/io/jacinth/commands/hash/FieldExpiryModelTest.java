package io.jacinth.commands.hash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random changes of fields with deadlines, against a model of maps; the clock goes on meanwhile.
 */
@DualRun
class FieldExpiryModelTest {
  private record Field(String value, long deadline) {}

  private static final long NONE = Long.MAX_VALUE;

  @Test
  @JacinthOnly("the test moves the clock")
  void packedHashes(TestServer server) {
    run(server, 20, 40, 3_000, 1);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void hashesThatGrow(TestServer server) {
    server.send("CONFIG", "SET", "hash-max-listpack-entries", 10).expect("OK");
    run(server, 40, 200, 6_000, 1);
  }

  /** So many that what has expired cannot go at once and is hidden meanwhile. */
  @Test
  @JacinthOnly("the test moves the clock")
  void fieldsThatExpireTogether(TestServer server) {
    server.send("CONFIG", "SET", "hash-max-listpack-entries", 10).expect("OK");
    run(server, 300, 20, 20_000, 1_000);
  }

  private static void run(TestServer server, int fields, int longest, int steps, int grain) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Map<String, Map<String, Field>> model = new HashMap<>();
    long now = 0;
    for (int i = 0; i < steps; i++) {
      String key = "h" + random.nextInt(4);
      Map<String, Field> hash = model.computeIfAbsent(key, name -> new HashMap<>());
      String field = "f" + random.nextInt(fields);
      change(server, random, longest, key, hash, field, now, grain);
      if (random.nextInt(8 * grain) == 0) {
        int millis = random.nextInt(300 * Math.min(grain, 10));
        server.advance(Duration.ofMillis(millis));
        now += millis;
      }
      expire(model, now);
      assertThat(server.send("HLEN", key).integer()).as("seed %d", seed).isEqualTo(hash.size());
      if (random.nextInt(10) == 0) {
        compareWhole(server, key, hash);
      }
      Field kept = hash.get(field);
      if (kept == null) {
        server.send("HGET", key, field).expectNil();
      } else {
        server.send("HGET", key, field).expectBulk(kept.value);
        server
            .send("HPTTL", key, "FIELDS", 1, field)
            .expectArray(kept.deadline == NONE ? -1 : kept.deadline - now);
      }
    }
  }

  /** Every way to see more than one field. */
  private static void compareWhole(TestServer server, String key, Map<String, Field> hash) {
    server.send("HKEYS", key).expectUnordered(hash.keySet().toArray());
    assertThat(server.send("HGETALL", key).elements()).hasSize(2 * hash.size());
    assertThat(server.send("HRANDFIELD", key, 1000).elements()).hasSize(hash.size());
    if (hash.isEmpty()) {
      server.send("HRANDFIELD", key).expectNil();
    } else {
      assertThat(hash).containsKey(server.send("HRANDFIELD", key).text());
    }
  }

  private static void change(
      TestServer server,
      Random random,
      int longest,
      String key,
      Map<String, Field> hash,
      String field,
      long now,
      int grain) {
    Field old = hash.get(field);
    switch (random.nextInt(6)) {
      case 0, 1 -> {
        String value =
            random.nextBoolean() ? "" + random.nextInt() : "v".repeat(random.nextInt(longest));
        server.send("HSET", key, field, value);
        hash.put(field, new Field(value, NONE));
      }
      case 2, 3 -> {
        long millis = (now + random.nextInt(2_000)) / grain * grain + grain - now;
        server.send("HPEXPIRE", key, millis, "FIELDS", 1, field).expectArray(old == null ? -2 : 1);
        hash.computeIfPresent(field, (name, was) -> new Field(was.value, now + millis));
      }
      case 4 -> {
        server.send("HDEL", key, field).expectInteger(old == null ? 0 : 1);
        hash.remove(field);
      }
      default -> {
        server
            .send("HPERSIST", key, "FIELDS", 1, field)
            .expectArray(old == null ? -2 : old.deadline == NONE ? -1 : 1);
        hash.computeIfPresent(field, (name, was) -> new Field(was.value, NONE));
      }
    }
  }

  private static void expire(Map<String, Map<String, Field>> model, long now) {
    for (Map<String, Field> hash : model.values()) {
      hash.values().removeIf(field -> field.deadline <= now);
    }
  }
}
