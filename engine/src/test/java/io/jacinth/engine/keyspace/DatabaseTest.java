package io.jacinth.engine.keyspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.jacinth.engine.value.HashValue;
import io.jacinth.protocol.Slice;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Expiry, flushing and chance, and the audit of memory. */
class DatabaseTest {
  private final Fixture fixture = new Fixture(1, 8, 3);
  private final Database database = fixture.databases[0];
  private boolean isBroken;

  @AfterEach
  void close() {
    if (!isBroken) {
      fixture.close();
    }
  }

  private void fill(int at, int count, int valueLength) {
    for (int i = 0; i < count; i++) {
      fixture.set(at, "key:" + i, "v".repeat(valueLength), Entry.NO_DEADLINE);
    }
  }

  // ---------------------------------------------------------------- expiry

  @Test
  void anExpiredKeyIsGoneForWhoeverAsks() {
    fixture.set(0, "k", "v", fixture.nowMillis + 10);
    fixture.advance(9);
    assertThat(database.exists(fixture.key("k"))).isTrue();
    fixture.advance(1);
    assertThat(database.size()).isEqualTo(1);
    assertThat(database.exists(fixture.key("k"))).isFalse();
    assertThat(database.size()).isZero();
    assertThat(fixture.expired).containsExactly("k");
  }

  @Test
  void expiredKeysAreRemovedWithoutBeingAskedFor() {
    for (int i = 0; i < 10_000; i++) {
      fixture.set(i % 2, "gone:" + i, "v".repeat(i % 100), fixture.nowMillis + 1 + i);
      fixture.set(i % 2, "here:" + i, "v", i % 3 == 0 ? Entry.NO_DEADLINE : Long.MAX_VALUE);
    }
    fixture.advance(5_000);
    walkForExpired();
    assertThat(database.size() + fixture.databases[1].size()).isEqualTo(15_000);
    assertThat(fixture.expired).hasSize(5_000).allMatch(key -> key.startsWith("gone:"));
    fixture.advance(5_000);
    walkForExpired();
    assertThat(fixture.expired).hasSize(10_000);
    assertThat(database.size() + fixture.databases[1].size()).isEqualTo(10_000);
    assertThat(fixture.partitions.deadlines(0)).isEqualTo(3_333);
    fixture.check();
  }

  @Test
  void expiredFieldsAreRemovedWithoutBeingAskedFor() {
    for (int i = 0; i < 1_000; i++) {
      int fields = i % 10 == 0 ? 600 : 3;
      HashValue hash = database.hashToFill(fixture.key("h" + i));
      for (int field = 0; field < fields; field++) {
        hash.put(Slice.of("f" + field), Slice.of("v"));
      }
      for (int field = 0; field < fields; field++) {
        if (field > 0 || i % 2 == 0) {
          hash.setDeadline(Slice.of("f" + field), fixture.nowMillis + 1_000 + i);
        }
      }
    }
    fixture.check();
    fixture.advance(1_499);
    walkForExpired();
    assertThat(database.size()).isEqualTo(750);
    fixture.check();
    fixture.advance(500);
    walkForExpired();
    assertThat(database.size()).isEqualTo(500);
    fixture.check();
  }

  private void walkForExpired() {
    for (Database each : fixture.databases) {
      for (int i = 0; i < fixture.partitions.count(); i++) {
        for (int step = 0; step < 1_000; step++) {
          each.expireSome(fixture.partitions.get(i), 4);
          each.expireSomeFields(fixture.partitions.get(i), 4);
        }
      }
    }
  }

  @Test
  void aWalkTakesNoMoreBucketsThanAllowed() {
    for (int i = 0; i < 8_000; i++) {
      fixture.set(0, "k" + i, "v", fixture.nowMillis + 1);
    }
    fixture.advance(1);
    long result = database.expireSome(fixture.partitions.get(0), 2);
    assertThat(result & 0xFFFFFFFFL).isEqualTo(result >>> 32).isBetween(1L, 60L);
    assertThat(database.size()).isEqualTo(8_000 - (result & 0xFFFFFFFFL));
  }

  @Test
  void aKeyThatIsReadAfterItsDeadlineWasMovedLivesOn() {
    fixture.set(0, "k", "v", fixture.nowMillis + 10);
    Key key = fixture.key("k");
    assertThat(database.find(key)).isNotNull();
    database.setDeadline(key, fixture.nowMillis + 100);
    fixture.advance(50);
    walkForExpired();
    assertThat(database.exists(fixture.key("k"))).isTrue();
    assertThat(database.removeDeadline(fixture.key("k"))).isTrue();
    fixture.advance(1_000);
    walkForExpired();
    assertThat(database.exists(fixture.key("k"))).isTrue();
    assertThat(fixture.partitions.deadlines(0)).isZero();
  }

  // ---------------------------------------------------------------- flushing

  @Test
  void flushingAllGivesTheMemoryBack() {
    fill(0, 20_000, 100);
    fill(2, 20_000, 100);
    long before = fixture.partitions.footprintBytes();
    assertThat(before).isGreaterThan(4_000_000);
    database.flushAll();
    assertThat(fixture.partitions.footprintBytes()).isZero();
    assertThat(fixture.partitions.usedBytes()).isZero();
    fill(0, 10, 100);
    assertThat(database.size()).isEqualTo(10);
  }

  @Test
  void flushingTheOnlyDatabaseWithKeysGivesTheMemoryBack() {
    fill(1, 20_000, 100);
    fixture.databases[1].flush(true);
    assertThat(fixture.partitions.footprintBytes()).isZero();
    assertThat(fixture.partitions.doomedKeys()).isZero();
  }

  @Test
  void flushingOneOfSeveralFreesWhatItOccupied() {
    fill(0, 1_000, 10);
    long alone = fixture.partitions.usedBytes();
    fill(1, 20_000, 1_000);
    long before = fixture.partitions.footprintBytes();
    fixture.databases[1].flush(false);
    assertThat(fixture.partitions.usedBytes()).isEqualTo(alone);
    assertThat(fixture.partitions.footprintBytes()).isLessThan(before);
    assertThat(database.size()).isEqualTo(1_000);
  }

  @Test
  void flushingLazilyFreesInSteps() {
    fill(0, 1_000, 10);
    long alone = fixture.partitions.usedBytes();
    fill(1, 5_000, 100);
    for (int i = 0; i < 5_000; i += 3) {
      database.copy(
          found("key:1"), fixture.databases[1], fixture.key("more:" + i), KeyEvent.COPY_TO);
      Key key = fixture.key("more:" + i);
      assertThat(fixture.databases[1].find(key)).isNotNull();
      fixture.databases[1].setDeadline(key, fixture.nowMillis + 1_000);
    }
    long keys = fixture.databases[1].size();
    fixture.databases[1].flush(true);
    assertThat(fixture.databases[1].size()).isZero();
    assertThat(fixture.partitions.doomedKeys()).isEqualTo(keys);
    fill(1, 7, 10);
    Partition partition = fixture.partitions.get(3);
    int steps = 0;
    while (partition.hasDoomed()) {
      long freed = partition.reclaimSome(8);
      assertThat(freed).isLessThan(200);
      partition.check();
      steps++;
    }
    assertThat(steps).isGreaterThan(10);
    for (int i = 0; i < fixture.partitions.count(); i++) {
      while (fixture.partitions.get(i).hasDoomed()) {
        fixture.partitions.get(i).reclaimSome(8);
      }
    }
    assertThat(fixture.partitions.doomedKeys()).isZero();
    assertThat(fixture.databases[1].size()).isEqualTo(7);
    fixture.databases[1].flush(false);
    assertThat(fixture.partitions.usedBytes()).isEqualTo(alone);
    assertThat(database.size()).isEqualTo(1_000);
  }

  private Key found(String name) {
    Key key = fixture.key(name);
    assertThat(database.find(key)).isNotNull();
    return key;
  }

  // ---------------------------------------------------------------- chance

  @Test
  void everyKeyIsDrawnAboutAsOften() {
    int keys = 500;
    int draws = 200_000;
    fill(0, keys, 1);
    Map<String, Integer> drawn = new HashMap<>();
    Slice view = new Slice();
    for (int i = 0; i < draws; i++) {
      drawn.merge(database.random(fixture.random).key(view).toString(), 1, Integer::sum);
    }
    assertThat(drawn).hasSize(keys);
    double expected = (double) draws / keys;
    double chiSquare = 0;
    for (int count : drawn.values()) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    // 499 degrees of freedom: 600 is exceeded once in a thousand times.
    assertThat(chiSquare).isLessThan(600);
  }

  @Test
  void onlyLiveKeysAreDrawn() {
    for (int i = 0; i < 1_000; i++) {
      fixture.set(0, "gone:" + i, "v", fixture.nowMillis + 1);
    }
    fixture.set(0, "here", "v", Entry.NO_DEADLINE);
    fixture.advance(1);
    for (int i = 0; i < 100; i++) {
      assertThat(database.random(fixture.random).key(new Slice())).hasToString("here");
    }
    database.delete(fixture.key("here"), KeyEvent.DEL);
    assertThat(database.random(fixture.random)).isNull();
    assertThat(database.size()).isZero();
    assertThat(fixture.expired).hasSize(1_000);
  }

  // ---------------------------------------------------------------- the audit

  @Test
  void theAuditFindsALeak() {
    fill(0, 100, 10);
    fixture.check();
    fixture.partitions.get(2).slabs().allocate(40);
    isBroken = true;
    assertThatIllegalStateException()
        .isThrownBy(fixture::check)
        .withMessageStartingWith("1 blocks have leaked");
  }

  @Test
  void theAuditFindsWrongSizes() {
    fill(0, 100, 10);
    Key key = found("key:7");
    key.partition().slabs().resized(key.entry.ref(), key.entry.bytes() + 1);
    isBroken = true;
    assertThatIllegalStateException()
        .isThrownBy(fixture::check)
        .withMessageContaining("bytes in use");
  }

  @Test
  void theAuditFindsABlockFreedTooEarly() {
    fill(0, 100, 50_000);
    Key key = found("key:7");
    key.partition().slabs().free(key.entry.largeRef());
    isBroken = true;
    assertThatIllegalStateException()
        .isThrownBy(fixture::check)
        .withMessageContaining("is not allocated");
  }
}
