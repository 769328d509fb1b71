package io.jacinth.memory;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries here are blocks of 16 bytes: a key, which is a number, and the hash it was given. */
class HashIndexTest {
  private final ArenaChunks chunks = new ArenaChunks(Runnable::run);
  private boolean refusing;
  private final SlabAllocator slabs = SlabAllocator.checking(new Moody());
  private final Map<Long, Long> model = new HashMap<>();
  private long hashMask = -1;
  private long entriesTouched;

  private final HashIndex<Long> index =
      new HashIndex<>(
          slabs,
          new HashIndex.Entries<>() {
            @Override
            public boolean matches(long ref, Long key) {
              return keyOf(ref) == key;
            }

            @Override
            public long hash(long ref) {
              entriesTouched++;
              return word(ref, 8);
            }
          });

  /** Gives chunks or refuses them. */
  private final class Moody implements ChunkSource {
    @Override
    public MemorySegment acquire(long bytes) {
      if (refusing) {
        throw new OutOfMemoryError("refused");
      }
      return chunks.acquire(bytes);
    }

    @Override
    public void release(MemorySegment chunk) {
      chunks.release(chunk);
    }
  }

  private long word(long ref, int at) {
    return slabs.segment(ref).get(JAVA_LONG_UNALIGNED, SlabAllocator.offset(ref) + at);
  }

  private long keyOf(long ref) {
    return word(ref, 0);
  }

  private long hashOf(long key) {
    long z = (key + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 32) * 0xD6E8FEB86659FD93L;
    return (z ^ z >>> 32) & hashMask;
  }

  private long newEntry(long key) {
    long ref = slabs.allocate(16);
    long offset = SlabAllocator.offset(ref);
    slabs.segment(ref).set(JAVA_LONG_UNALIGNED, offset, key);
    slabs.segment(ref).set(JAVA_LONG_UNALIGNED, offset + 8, hashOf(key));
    return ref;
  }

  private void add(long key) {
    long ref = newEntry(key);
    index.insert(hashOf(key), ref);
    model.put(key, ref);
  }

  private void remove(long key) {
    long ref = model.remove(key);
    assertThat(index.remove(hashOf(key), ref)).isTrue();
    slabs.free(ref);
  }

  private void verify() {
    slabs.check();
    index.check();
    assertThat(index.size()).isEqualTo(model.size());
    model.forEach((key, ref) -> assertThat(index.find(hashOf(key), key)).isEqualTo(ref));
    Set<Long> all = new HashSet<>();
    index.forEach(all::add);
    assertThat(all).isEqualTo(new HashSet<>(model.values()));
    index.forEachBlock(block -> assertThat(all.add(block)).isTrue());
    Set<Long> live = new HashSet<>();
    slabs.liveBlocks().forEach(block -> live.add(block.ref()));
    assertThat(live).as("every block is reached").isEqualTo(all);
  }

  @AfterEach
  void nothingLeaks() {
    index.dispose();
    model.values().forEach(slabs::free);
    slabs.check();
    assertThat(slabs.liveBlocks()).isEmpty();
    slabs.close();
    assertThat(chunks.totalBytes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void randomOperationsAgreeWithAMap(long seed) {
    Random random = new Random(seed);
    int range = 1 << 6 + random.nextInt(9);
    for (int step = 0; step < 60_000; step++) {
      long key = random.nextInt(range);
      Long ref = model.get(key);
      boolean growing = step / 10_000 % 2 == 0;
      if (ref == null) {
        assertThat(index.find(hashOf(key), key)).isZero();
        assertThat(index.remove(hashOf(key), 12345)).isFalse();
        if (growing || random.nextInt(4) == 0) {
          add(key);
        }
      } else if (random.nextInt(4) == 0) {
        long moved = newEntry(key);
        index.replace(hashOf(key), ref, moved);
        slabs.free(ref);
        model.put(key, moved);
      } else if (!growing || random.nextInt(4) == 0) {
        remove(key);
      }
      if (step % 5_000 == 0) {
        verify();
      }
    }
    verify();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 0b111, 0xFC00, 0xFF_FFF0_0000L})
  void poorHashesAreSlowButRight(long mask) {
    hashMask = mask;
    for (long key = 0; key < 600; key++) {
      add(key);
    }
    verify();
    for (long key = 0; key < 590; key++) {
      remove(key * 7 % 600);
    }
    verify();
  }

  @Test
  void anEmptyTableOwnsNothing() {
    assertThat(index.find(1, 1L)).isZero();
    assertThat(index.remove(1, 1)).isFalse();
    assertThat(index.scan(77, ref -> {})).isZero();
    assertThat(index.random(5)).isZero();
    assertThat(index.clearStep(1, ref -> {})).isTrue();
    assertThat(index.bytes()).isZero();
    assertThat(slabs.blockCount()).isZero();
    for (long key = 0; key < 5_000; key++) {
      add(key);
    }
    for (long key = 0; key < 5_000; key++) {
      remove(key);
    }
    assertThat(index.bytes()).isZero();
    assertThat(index.bucketCount()).isZero();
    assertThat(slabs.blockCount()).isZero();
  }

  @Test
  void aTinyTableIsOneCacheLine() {
    add(1);
    assertThat(index.bucketCount()).isEqualTo(1);
    assertThat(index.bytes()).isEqualTo(64 + 8);
  }

  @Test
  void memoryIsProportionalWhileItGrowsAndShrinks() {
    for (long key = 0; key < 40_000; key++) {
      add(key);
      if (key > 10_000) {
        assertThat((double) index.bytes() / index.size()).isBetween(11.0, 15.5);
      }
    }
    for (long key = 39_999; key > 2_000; key--) {
      remove(key);
      assertThat((double) index.bytes() / index.size()).isLessThan(25);
    }
    verify();
  }

  @Test
  void splitsByFingerprintTouchNoEntry() {
    for (long key = 0; key < 7_000; key++) {
      add(key);
    }
    assertThat(index.bucketCount()).isGreaterThan(1024);
    entriesTouched = 0;
    for (long key = 7_000; key < 14_000; key++) {
      add(key);
    }
    assertThat(entriesTouched).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void scanMissesNothingThatIsThereThroughout(long seed) {
    Random random = new Random(seed);
    int stable = 1 + random.nextInt(3_000);
    for (long key = 0; key < stable; key++) {
      add(key);
    }
    List<Long> passing = new ArrayList<>();
    long nextKey = 1_000_000;
    Set<Long> seen = new HashSet<>();
    long cursor = 0;
    int calls = 0;
    do {
      cursor = index.scan(cursor, ref -> seen.add(keyOf(ref)));
      boolean growing = random.nextInt(1 + stable / 50) / 10 % 2 == 0 || passing.isEmpty();
      for (int i = random.nextInt(60); i > 0; i--) {
        if (growing) {
          passing.add(nextKey);
          add(nextKey++);
        } else if (!passing.isEmpty()) {
          remove(passing.removeLast());
        }
      }
      assertThat(++calls).as("calls").isLessThan(1_000_000);
    } while (cursor != 0);
    for (long key = 0; key < stable; key++) {
      assertThat(seen).contains(key);
    }
  }

  @Test
  void scanSurvivesATableThatShrinksToAThirdAndDoubles() {
    for (long key = 0; key < 3_000; key++) {
      add(key);
    }
    Set<Long> seen = new HashSet<>();
    long cursor = 0;
    for (int i = 0; i < 200; i++) {
      cursor = index.scan(cursor, ref -> seen.add(keyOf(ref)));
    }
    for (long key = 1_000; key < 3_000; key++) {
      remove(key);
    }
    for (int i = 0; i < 20; i++) {
      cursor = index.scan(cursor, ref -> seen.add(keyOf(ref)));
    }
    for (long key = 10_000; key < 16_000; key++) {
      add(key);
    }
    while (cursor != 0) {
      cursor = index.scan(cursor, ref -> seen.add(keyOf(ref)));
    }
    for (long key = 0; key < 1_000; key++) {
      assertThat(seen).contains(key);
    }
  }

  @Test
  void scanOfATableAtRestVisitsEveryEntryOnce() {
    for (long key = 0; key < 5_000; key++) {
      add(key);
    }
    List<Long> visited = new ArrayList<>();
    long cursor = 0;
    int calls = 0;
    do {
      cursor = index.scan(cursor, visited::add);
      calls++;
    } while (cursor != 0);
    assertThat(calls).isEqualTo((int) index.bucketCount());
    assertThat(visited).hasSize(5_000).doesNotHaveDuplicates();
  }

  @Test
  void scanTakesAnyNumberAndEnds() {
    for (long key = 0; key < 1_000; key++) {
      add(key);
    }
    Random random = new Random(31);
    for (int i = 0; i < 1_000; i++) {
      long cursor = random.nextLong() >> random.nextInt(64);
      for (int calls = 0; cursor != 0; calls++) {
        cursor = index.scan(cursor, ref -> {});
        assertThat(calls).isLessThanOrEqualTo((int) index.bucketCount());
      }
    }
  }

  @Test
  void aGuessMostlyFindsWhatIsThere() {
    for (long key = 0; key < 5_000; key++) {
      add(key);
    }
    int right = 0;
    for (long key = 0; key < 5_000; key++) {
      index.touchBucket(hashOf(key));
      long guess = index.guess(hashOf(key));
      index.touchEntry(guess);
      right += guess == model.get(key) ? 1 : 0;
    }
    assertThat(right).as("all but what is in overflow buckets").isGreaterThan(3_500);
  }

  @Test
  void aGuessAtNonsenseIsHarmless() {
    Random random = new Random(51);
    assertThat(index.touchBucket(5)).isZero();
    assertThat(index.guess(5)).isZero();
    assertThat(index.touchEntry(0)).isZero();
    add(1);
    for (int i = 0; i < 10_000; i++) {
      index.touchBucket(random.nextLong());
      index.touchEntry(random.nextLong() >>> 16);
    }
  }

  @Test
  void randomIsNearlyUniform() {
    int size = 1_000;
    for (long key = 0; key < size; key++) {
      add(key);
    }
    Random random = new Random(41);
    int[] drawn = new int[size];
    int draws = 400 * size;
    for (int i = 0; i < draws; i++) {
      drawn[(int) keyOf(index.random(random.nextLong()))]++;
    }
    for (int count : drawn) {
      assertThat(count).isBetween(250, 550);
    }
  }

  @Test
  void randomEndsWhereFewAreLeft() {
    for (long key = 0; key < 3_000; key++) {
      add(key);
    }
    Random random = new Random(42);
    while (model.size() > 1) {
      long key = keyOf(index.random(random.nextLong()));
      assertThat(model).containsKey(key);
      remove(key);
    }
    assertThat(model).containsKey(keyOf(index.random(0)));
  }

  @Test
  void clearingGoesStepByStepAndKeepsTheRestFindable() {
    for (long key = 0; key < 5_000; key++) {
      add(key);
    }
    int steps = 1;
    while (!index.clearStep(
        100,
        ref -> {
          model.remove(keyOf(ref));
          slabs.free(ref);
        })) {
      steps++;
      verify();
      add(10_000 + steps);
    }
    assertThat(steps).isGreaterThan(5);
    assertThat(model).isEmpty();
    assertThat(index.bytes()).isZero();
  }

  /**
   * Every insertion and removal with all memory but a few blocks taken by something else, and no
   * more to be had. The hashes are poor, so that splits and merges need overflow buckets.
   */
  @ParameterizedTest
  @CsvSource({"0x4, 0", "0x6, 0", "0x6, 1", "0x7, 0", "0x7, 2", "0xFFFF, 0", "0xFFFF, 1"})
  void whereMemoryIsRefusedNothingIsLost(long mask, int blocksLeft) {
    hashMask = mask;
    List<Long> others = new ArrayList<>();
    int refused = 0;
    for (long key = 0; key < 150; key++) {
      long ref = newEntry(key);
      takeAllBut(blocksLeft, others);
      if (!inserts(key, ref)) {
        refused++;
        index.check();
        refusing = false;
        assertThat(inserts(key, ref)).isTrue();
      }
      model.put(key, ref);
      index.check();
      refusing = false;
    }
    assertThat(refused).isPositive();
    for (long key = 0; key < 150; key++) {
      takeAllBut(blocksLeft, others);
      remove(key);
      index.check();
    }
    refusing = false;
    others.forEach(slabs::free);
    verify();
  }

  private void takeAllBut(int blocksLeft, List<Long> others) {
    refusing = true;
    try {
      while (true) {
        others.add(slabs.allocate(64));
      }
    } catch (OutOfMemoryError full) {
      for (int i = 0; i < blocksLeft; i++) {
        slabs.free(others.removeLast());
      }
    }
  }

  private boolean inserts(long key, long ref) {
    try {
      index.insert(hashOf(key), ref);
      return true;
    } catch (OutOfMemoryError refused) {
      return false;
    }
  }

  @Test
  void checkFindsAnEntryUnderAnotherHash() {
    add(1);
    long ref = model.get(1L);
    long offset = SlabAllocator.offset(ref) + 8;
    slabs.segment(ref).set(JAVA_LONG_UNALIGNED, offset, hashOf(1) ^ 1 << 12);
    assertThatIllegalStateException()
        .isThrownBy(index::check)
        .withMessageContaining("another fingerprint");
    assertThatIllegalStateException().isThrownBy(() -> index.replace(hashOf(2), 99, 100));
  }
}
