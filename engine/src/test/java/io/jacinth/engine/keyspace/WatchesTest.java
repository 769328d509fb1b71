package io.jacinth.engine.keyspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Watches beside a list of those that should still be there, under a seed. */
class WatchesTest {
  private static final long SEED = 20261121;
  private static final int KEYS = 3;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Fixture fixture = new Fixture(SEED, 1, 2);
  private final Watches watches = new Watches();
  private final List<Watch> there = new ArrayList<>();
  private final Set<Watch> expected = new HashSet<>();
  private final Set<Watch> touched = new HashSet<>();

  @AfterEach
  void close() {
    fixture.close();
  }

  private Slice randomName() {
    return Slice.of("key " + random.nextInt(KEYS));
  }

  private void add() {
    Key key = fixture.key("key " + random.nextInt(KEYS));
    Watch[] self = new Watch[1];
    self[0] = new Watch(random.nextInt(2), key, random.nextBoolean(), () -> touched.add(self[0]));
    watches.add(self[0]);
    there.add(self[0]);
  }

  private void expectTouched(Predicate<Watch> condition) {
    there.stream().filter(condition).forEach(expected::add);
    there.removeIf(condition);
  }

  private void step() {
    int database = random.nextInt(2);
    Slice name = randomName();
    switch (random.nextInt(20)) {
      case 0 -> {
        watches.touch(database, name);
        expectTouched(watch -> watch.isOf(database, name));
      }
      case 1 -> {
        watches.expired(database, name);
        expectTouched(watch -> watch.isOf(database, name) && watch.existed());
      }
      case 2 -> {
        watches.touchAll(database, Watch::existed);
        expectTouched(watch -> watch.database() == database && watch.existed());
      }
      case 3, 4, 5, 6, 7, 8 -> {
        if (!there.isEmpty()) {
          watches.remove(there.remove(random.nextInt(there.size())));
        }
      }
      default -> add();
    }
  }

  @Test
  void tellWhomTheyShould() {
    for (int i = 0; i < 3_000; i++) {
      step();
      assertThat(touched).isEqualTo(expected);
      assertThat(watches.isEmpty()).isEqualTo(there.isEmpty());
    }
    touched.forEach(watches::remove);
    List.copyOf(there).forEach(watches::remove);
    assertThat(watches.isEmpty()).isTrue();
  }
}
