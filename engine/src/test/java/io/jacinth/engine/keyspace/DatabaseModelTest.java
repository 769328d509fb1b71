package io.jacinth.engine.keyspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.protocol.Slice;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random operations on databases beside naive maps, in the allocator's checking mode; the memory of
 * all partitions is audited as they go. Where memory is refused nothing may have changed.
 */
class DatabaseModelTest {
  private static final int DATABASES = 3;
  private static final int OPERATIONS = 20_000;

  /** What a key holds. */
  private record Held(String value, long deadline) {}

  private final Map<Integer, Map<String, Held>> model = new HashMap<>();
  private Fixture fixture;
  private SplittableRandom random;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithMaps(long seed) {
    run(seed, 40, 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void agreesWithMapsOfManyKeys(long seed) {
    run(seed, 2_000, 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 8})
  void changesNothingWhereMemoryIsRefused(long seed) {
    run(seed, 400, 5);
  }

  private void run(long seed, int keys, int refusalsInTen) {
    for (int i = 0; i < DATABASES; i++) {
      model.put(i, new HashMap<>());
    }
    try (Fixture made = new Fixture(seed, 4, DATABASES)) {
      fixture = made;
      random = made.random;
      for (int i = 0; i < OPERATIONS; i++) {
        fixture.refusesMemory = random.nextInt(10) < refusalsInTen;
        try {
          step("k" + random.nextInt(keys), "k" + random.nextInt(keys));
        } catch (OutOfMemoryError refused) {
          assertThat(fixture.refusesMemory).isTrue();
        }
        if (i % 500 == 0) {
          audit(seed, i);
        }
      }
      audit(seed, OPERATIONS);
    }
  }

  private enum Step {
    SET(30),
    INCREMENT(8),
    RESIZE(12),
    DELETE(10),
    SET_DEADLINE(8),
    REMOVE_DEADLINE(4),
    TRANSFER(12),
    ADVANCE(8),
    EXPIRE_SOME(3),
    FLUSH(1),
    SWAP(1),
    RECLAIM(3);

    private final int weight;

    Step(int weight) {
      this.weight = weight;
    }

    static Step drawnBy(SplittableRandom random) {
      int left = random.nextInt(Stream.of(values()).mapToInt(step -> step.weight).sum());
      int number = 0;
      while (left >= values()[number].weight) {
        left -= values()[number++].weight;
      }
      return values()[number];
    }
  }

  private void step(String name, String other) {
    int at = random.nextInt(DATABASES);
    int there = random.nextInt(DATABASES);
    switch (Step.drawnBy(random)) {
      case SET -> set(at, name);
      case INCREMENT -> increment(at, name);
      case RESIZE -> resize(fixture.databases[at], model.get(at), name);
      case DELETE -> delete(at, name);
      case SET_DEADLINE -> setDeadline(at, name);
      case REMOVE_DEADLINE -> removeDeadline(at, name);
      case TRANSFER -> transfer(at, name, there, other);
      case ADVANCE -> fixture.advance(random.nextInt(20));
      case EXPIRE_SOME -> expireSome(at);
      case FLUSH -> flush(at);
      case SWAP -> swap(at, there);
      case RECLAIM -> reclaim();
    }
  }

  private void set(int at, String name) {
    String value = value();
    boolean isLasting = random.nextInt(3) != 0;
    long deadline = isLasting ? Entry.NO_DEADLINE : fixture.nowMillis + 1 + random.nextInt(2_000);
    fixture.set(at, name, value, deadline);
    model.get(at).put(name, new Held(value, deadline));
  }

  private void increment(int at, String name) {
    long number = random.nextLong();
    Held old = live(model.get(at).get(name));
    fixture.databases[at].setInteger(fixture.key(name), number, KeyEvent.INCRBY);
    long deadline = old == null ? Entry.NO_DEADLINE : old.deadline;
    model.get(at).put(name, new Held("" + number, deadline));
  }

  private void delete(int at, String name) {
    boolean isThere = live(model.get(at).get(name)) != null;
    assertThat(fixture.databases[at].delete(fixture.key(name), KeyEvent.DEL)).isEqualTo(isThere);
    model.get(at).remove(name);
  }

  private void setDeadline(int at, String name) {
    Key key = fixture.key(name);
    if (fixture.databases[at].find(key) != null) {
      long deadline = fixture.nowMillis + random.nextInt(3_000) - 100;
      fixture.databases[at].setDeadline(key, deadline);
      model.get(at).put(name, new Held(model.get(at).get(name).value, deadline));
    }
  }

  private void removeDeadline(int at, String name) {
    Held old = live(model.get(at).get(name));
    boolean had = old != null && old.deadline != Entry.NO_DEADLINE;
    assertThat(fixture.databases[at].removeDeadline(fixture.key(name))).isEqualTo(had);
    if (had) {
      model.get(at).put(name, new Held(old.value, Entry.NO_DEADLINE));
    }
  }

  private void flush(int at) {
    if (random.nextInt(10) == 0) {
      fixture.databases[at].flush(random.nextBoolean());
      model.get(at).clear();
    }
  }

  private void swap(int at, int there) {
    fixture.databases[at].swap(fixture.databases[there]);
    Map<String, Held> held = model.get(at);
    model.put(at, model.get(there));
    model.put(there, held);
  }

  private void reclaim() {
    for (int i = 0; i < fixture.partitions.count(); i++) {
      fixture.partitions.get(i).reclaimSome(1 + random.nextInt(4));
    }
  }

  private void resize(Database database, Map<String, Held> held, String name) {
    int length = length();
    Held old = live(held.get(name));
    Slice bytes = database.resizeString(fixture.key(name), length, KeyEvent.SETRANGE);
    assertThat(bytes.length()).isEqualTo(length);
    String start = old == null ? "" : old.value;
    StringBuilder expected =
        new StringBuilder(start.substring(0, Math.min(length, start.length())));
    while (expected.length() < length) {
      expected.append('\0');
    }
    assertThat(text(bytes)).isEqualTo(expected.toString());
    held.put(name, new Held(expected.toString(), old == null ? Entry.NO_DEADLINE : old.deadline));
  }

  private void transfer(int at, String name, int there, String other) {
    if (at == there && name.equals(other)) {
      return;
    }
    Key source = fixture.key(name);
    Database database = fixture.databases[at];
    if (database.find(source) == null) {
      assertThat(live(model.get(at).get(name))).isNull();
      return;
    }
    Database target = fixture.databases[there];
    Held moved = model.get(at).get(name);
    if (random.nextBoolean()) {
      database.copy(source, target, fixture.key(other), KeyEvent.COPY_TO);
    } else {
      database.move(source, target, fixture.key(other), KeyEvent.MOVE_FROM, KeyEvent.MOVE_TO);
      model.get(at).remove(name);
    }
    model.get(there).put(other, moved);
  }

  private void expireSome(int at) {
    for (int i = 0; i < fixture.partitions.count(); i++) {
      fixture.databases[at].expireSome(fixture.partitions.get(i), 1 + random.nextInt(4));
    }
  }

  private Held live(Held held) {
    return held == null || isLive(held) ? held : null;
  }

  private boolean isLive(Held held) {
    return held.deadline == Entry.NO_DEADLINE || held.deadline > fixture.nowMillis;
  }

  /** Compares contents without touching them, then memory. */
  private void audit(long seed, int operations) {
    for (int i = 0; i < DATABASES; i++) {
      Map<String, Held> expected = new TreeMap<>();
      model
          .get(i)
          .forEach(
              (name, held) -> {
                if (isLive(held)) {
                  expected.put(name, held);
                }
              });
      Map<String, Held> actual = new TreeMap<>();
      fixture.databases[i].forEach(
          entry ->
              actual.put(
                  text(entry.key(new Slice())),
                  new Held(text(entry.string(new Slice())), entry.deadlineMillis())));
      assertThat(actual)
          .as("seed %d, after %d operations, database %d", seed, operations, i)
          .isEqualTo(expected);
    }
    fixture.check();
  }

  private String value() {
    return random.nextInt(4) == 0
        ? Objects.toString(random.nextLong() >> random.nextInt(64))
        : "v".repeat(length());
  }

  /** Lengths on both sides of every limit. */
  private int length() {
    int[] around = {0, 20, 44, 100, 255, 1_000, Entry.MAX_INLINE, 3 * Entry.MAX_INLINE};
    return random.nextInt(50) == 0
        ? 700_000
        : Math.max(0, around[random.nextInt(around.length)] + random.nextInt(9) - 4);
  }

  private static String text(Slice bytes) {
    return new String(bytes.toBytes(), StandardCharsets.UTF_8);
  }
}
