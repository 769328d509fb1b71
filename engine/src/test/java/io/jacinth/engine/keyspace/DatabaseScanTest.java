package io.jacinth.engine.keyspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.protocol.Slice;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SCAN's promise over a whole database: a key that is there from the first call to the last is
 * seen, however many others come and go between the calls.
 */
class DatabaseScanTest {
  private static final int LASTING = 2_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void seesWhatLastsWhileTheRestGrows(long seed) {
    run(seed, 0, 40);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7, 8})
  void seesWhatLastsWhileTheRestShrinks(long seed) {
    run(seed, 20_000, -500);
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 10, 11, 12})
  void seesWhatLastsWhileTheRestDoesBoth(long seed) {
    run(seed, 20_000, 0);
  }

  /**
   * @param others how many other keys there are at first
   * @param trend how many are added (or removed, if negative) between two calls; 0: either by turns
   */
  private static void run(long seed, int others, int trend) {
    try (Fixture fixture = new Fixture(seed, 8, 2)) {
      SplittableRandom random = fixture.random;
      Set<String> lasting = new HashSet<>();
      for (int i = 0; i < LASTING; i++) {
        lasting.add("lasting" + i);
        fixture.set(1, "lasting" + i, "v", Entry.NO_DEADLINE);
      }
      Churn churn = new Churn(fixture, others);
      for (int round = 0; round < 3; round++) {
        Set<String> seen = new HashSet<>();
        long cursor = 0;
        int calls = 0;
        do {
          cursor = scan(fixture, cursor, 1 + random.nextInt(100), seen);
          int step = trend != 0 ? trend : random.nextInt(400) - 200;
          churn.change(random.nextInt(Math.abs(step) + 1) * Integer.signum(step));
          calls++;
        } while (cursor != 0);
        assertThat(seen).as("seed %d, round %d, %d calls", seed, round, calls).containsAll(lasting);
        fixture.check();
      }
    }
  }

  private static long scan(Fixture fixture, long cursor, int count, Set<String> seen) {
    Slice key = new Slice();
    return fixture.databases[1].scan(
        cursor, count, true, entry -> seen.add(entry.key(key).toString()));
  }

  /** Keys that come and go. */
  private static final class Churn {
    private final Fixture fixture;
    private int first;
    private int next;

    Churn(Fixture fixture, int count) {
      this.fixture = fixture;
      change(count);
    }

    void change(int by) {
      for (int i = 0; i < by; i++) {
        fixture.set(1, "other" + next++, "v", Entry.NO_DEADLINE);
      }
      for (int i = by; i < 0 && first < next; i++) {
        fixture.databases[1].delete(fixture.key("other" + first++), KeyEvent.DEL);
      }
    }
  }
}
