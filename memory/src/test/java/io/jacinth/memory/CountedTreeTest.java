package io.jacinth.memory;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slots here are three words: a key of two, whose order is that of the first, and a payload. */
class CountedTreeTest {
  private static final int SMALL_NODES = 176;

  private final ArenaChunks chunks = new ArenaChunks(Runnable::run);
  private boolean refusing;
  private final SlabAllocator slabs = SlabAllocator.checking(new Moody());
  private final TreeCursor cursor = new TreeCursor();
  private CountedTree<Long> tree = newTree(SMALL_NODES);

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

  /** A key of a negative number is a bound just before its complement. */
  private static final class ByFirstWord implements CountedTree.Order<Long> {
    @Override
    public int compare(Long probe, MemorySegment segment, long at) {
      long key = segment.get(JAVA_LONG_UNALIGNED, at);
      if (probe < 0) {
        return ~probe <= key ? -1 : 1;
      }
      return Long.compare(probe, key);
    }

    @Override
    public void write(Long probe, MemorySegment segment, long at) {
      segment.set(JAVA_LONG_UNALIGNED, at, probe);
      segment.set(JAVA_LONG_UNALIGNED, at + 8, ~probe);
      segment.set(JAVA_LONG_UNALIGNED, at + 16, probe * 3);
    }
  }

  private CountedTree<Long> newTree(int nodeBytes) {
    return new CountedTree<>(slabs, new ByFirstWord(), 3, 2, nodeBytes);
  }

  private static Long keyAt(MemorySegment segment, long at) {
    long key = segment.get(JAVA_LONG_UNALIGNED, at);
    assertThat(segment.get(JAVA_LONG_UNALIGNED, at + 8)).isEqualTo(~key);
    return key;
  }

  private long key() {
    return keyAt(cursor.segment(), cursor.offset());
  }

  private void check() {
    tree.check(CountedTreeTest::keyAt);
    List<Long> blocks = new ArrayList<>();
    tree.forEachBlock(blocks::add);
    Set<Long> distinct = new HashSet<>(blocks);
    assertThat(distinct).hasSameSizeAs(blocks);
    assertThat(slabs.blockCount()).isEqualTo(blocks.size());
  }

  private void fill(LongStream keys) {
    keys.forEach(key -> assertThat(tree.insert(key)).isTrue());
  }

  private List<Long> forward() {
    List<Long> keys = new ArrayList<>();
    for (boolean is = tree.findRank(0, cursor); is; is = cursor.next()) {
      keys.add(key());
    }
    assertThat(cursor.isOnSlot()).isFalse();
    return keys;
  }

  private List<Long> backward() {
    List<Long> keys = new ArrayList<>();
    for (boolean is = tree.findRank(tree.size() - 1, cursor); is; is = cursor.previous()) {
      keys.add(key());
    }
    return keys;
  }

  @AfterEach
  void leavesNothing() {
    refusing = false;
    check();
    while (!tree.clearStep(3)) {
      slabs.check();
    }
    assertThat(tree.size()).isZero();
    assertThat(slabs.blockCount()).isZero();
    slabs.close();
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(tree.size()).isZero();
    assertThat(tree.bytes()).isZero();
    assertThat(tree.remove(1L)).isFalse();
    assertThat(tree.rank(1L)).isEqualTo(-1);
    assertThat(tree.countBefore(1L)).isZero();
    assertThat(tree.find(1L, cursor)).isFalse();
    assertThat(tree.findFrom(1L, cursor)).isFalse();
    assertThat(tree.findBefore(1L, cursor)).isFalse();
    assertThat(tree.findRank(0, cursor)).isFalse();
    assertThat(cursor.isOnSlot()).isFalse();
    tree.removeRange(0, 5, (segment, at) -> {});
  }

  @Test
  void findsByKeyBoundAndRank() {
    fill(LongStream.range(0, 1000).map(i -> i * 10));
    assertThat(tree.insert(50L)).isFalse();
    assertThat(tree.rank(50L)).isEqualTo(5);
    assertThat(tree.rank(51L)).isEqualTo(-1);
    assertThat(tree.countBefore(51L)).isEqualTo(6);
    assertThat(tree.countBefore(~50L)).isEqualTo(5);
    assertThat(tree.countBefore(99_999L)).isEqualTo(1000);
    assertThat(tree.find(70L, cursor)).isTrue();
    assertThat(cursor.segment().get(JAVA_LONG_UNALIGNED, cursor.offset() + 16)).isEqualTo(210);
    assertThat(tree.findFrom(71L, cursor)).isTrue();
    assertThat(key()).isEqualTo(80);
    assertThat(tree.findBefore(~80L, cursor)).isTrue();
    assertThat(key()).isEqualTo(70);
    assertThat(tree.findBefore(~0L, cursor)).isFalse();
    assertThat(tree.findFrom(99_999L, cursor)).isFalse();
    assertThat(tree.findRank(999, cursor)).isTrue();
    assertThat(key()).isEqualTo(9990);
    assertThat(tree.findRank(1000, cursor)).isFalse();
    assertThat(tree.findRank(-1, cursor)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ascending, 90", "descending, 90", "random, 60"})
  void fillsItsNodes(String order, int percent) {
    tree = newTree(CountedTree.NODE_BYTES);
    int count = 60_000;
    fill(
        switch (order) {
          case "ascending" -> LongStream.range(0, count);
          case "descending" -> LongStream.range(0, count).map(i -> count - i);
          default -> new Random(5).longs(0, Long.MAX_VALUE).distinct().limit(count);
        });
    check();
    assertThat(tree.size() * 24 * 100 / tree.bytes()).isGreaterThanOrEqualTo(percent);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void doesWhatASortedSetDoes(long seed) {
    Random random = new Random(seed);
    TreeSet<Long> model = new TreeSet<>();
    int range = 1 << random.nextInt(4, 14);
    for (int step = 0; step < 20_000; step++) {
      boolean growing = step / 2500 % 2 == 0;
      long key = random.nextInt(range);
      if (random.nextInt(10) < (growing ? 7 : 3)) {
        assertThat(tree.insert(key)).as("seed %s step %s", seed, step).isEqualTo(model.add(key));
      } else {
        assertThat(tree.remove(key)).as("seed %s step %s", seed, step).isEqualTo(model.remove(key));
      }
      if (step % 500 == 0) {
        compare(model, random, range);
      }
    }
    compare(model, random, range);
  }

  private void compare(TreeSet<Long> model, Random random, int range) {
    check();
    assertThat(tree.size()).isEqualTo(model.size());
    assertThat(forward()).containsExactlyElementsOf(model);
    assertThat(backward()).containsExactlyElementsOf(model.descendingSet());
    for (int i = 0; i < 30; i++) {
      long key = random.nextInt(range);
      int before = model.headSet(key).size();
      assertThat(tree.countBefore(~key)).isEqualTo(before);
      assertThat(tree.rank(key)).isEqualTo(model.contains(key) ? before : -1);
      assertThat(tree.findFrom(key, cursor) ? key() : null).isEqualTo(model.ceiling(key));
      assertThat(tree.findBefore(key, cursor) ? key() : null).isEqualTo(model.lower(key));
      assertThat(tree.findRank(before, cursor) ? key() : null).isEqualTo(model.ceiling(key));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void removesRanges(long seed) {
    Random random = new Random(seed);
    List<Long> model = new ArrayList<>();
    for (int round = 0; round < 60; round++) {
      TreeSet<Long> sorted = new TreeSet<>(model);
      random
          .longs(random.nextInt(800), 0, 100_000)
          .forEach(key -> assertThat(tree.insert(key)).isEqualTo(sorted.add(key)));
      model = new ArrayList<>(sorted);
      int from = random.nextInt(model.size() + 1);
      int count = random.nextInt(5) == 0 ? 100_000 : random.nextInt(400);
      List<Long> range = model.subList(from, Math.min(model.size(), from + count));
      List<Long> seen = new ArrayList<>();
      tree.removeRange(from, count, (segment, at) -> seen.add(keyAt(segment, at)));
      assertThat(seen).as("seed %s round %s", seed, round).isEqualTo(range);
      range.clear();
      check();
      assertThat(forward()).isEqualTo(model);
    }
  }

  @Test
  void servesAsAQueueAtBothEnds() {
    for (long i = 0; i < 5000; i++) {
      tree.insert(100_000 + i);
      tree.insert(100_000 - 1 - i);
      if (i > 100) {
        tree.removeRange(i % 2 == 0 ? 0 : tree.size() - 1, 1, (segment, at) -> {});
        tree.removeRange(0, 1, (segment, at) -> {});
      }
      if (i % 250 == 0) {
        check();
      }
    }
  }

  @Test
  void keepsWhatFollowsAKey() {
    fill(LongStream.range(0, 500));
    tree.find(77L, cursor);
    cursor.segment().set(JAVA_LONG_UNALIGNED, cursor.offset() + 16, -1);
    fill(LongStream.range(500, 900));
    LongStream.range(0, 70).forEach(tree::remove);
    tree.find(77L, cursor);
    assertThat(cursor.segment().get(JAVA_LONG_UNALIGNED, cursor.offset() + 16)).isEqualTo(-1);
  }

  @Test
  void changesNothingWithoutMemory() {
    tree = newTree(CountedTree.NODE_BYTES);
    Random random = new Random(3);
    refusing = false;
    int refusals = 0;
    for (int i = 0; i < 40_000; i++) {
      long key = random.nextInt(1_000_000);
      boolean isNew = tree.rank(key) < 0;
      long size = tree.size();
      refusing = random.nextInt(3) > 0;
      try {
        assertThat(tree.insert(key)).isEqualTo(isNew);
      } catch (OutOfMemoryError refused) {
        refusals++;
        refusing = false;
        assertThat(tree.size()).isEqualTo(size);
        check();
        assertThat(tree.insert(key)).isTrue();
      }
    }
    assertThat(refusals).isPositive();
    assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(this::growWithoutMemory);
  }

  private void growWithoutMemory() {
    refusing = true;
    long key = 2_000_000;
    while (key > 0) {
      tree.insert(key++);
    }
  }

  @Test
  void itsCheckFindsWhatIsBroken() {
    fill(LongStream.range(0, 100));
    tree.find(50L, cursor);
    MemorySegment segment = cursor.segment();
    long at = cursor.offset();
    segment.set(JAVA_LONG_UNALIGNED, at, 99);
    segment.set(JAVA_LONG_UNALIGNED, at + 8, ~99L);
    assertThatIllegalStateException().isThrownBy(() -> tree.check(CountedTreeTest::keyAt));
    segment.set(JAVA_LONG_UNALIGNED, at, 50);
    segment.set(JAVA_LONG_UNALIGNED, at + 8, ~50L);
  }

  /** Three millions, inserted at random and partly removed, without the allocator's checks. */
  @Test
  void holdsMillions() {
    try (SlabAllocator plain = SlabAllocator.create(chunks)) {
      CountedTree<Long> large = new CountedTree<>(plain, new ByFirstWord(), 3, 2);
      int count = 3_000_000;
      long step = 1_000_003;
      for (long i = 0; i < count; i++) {
        large.insert(i * step % count);
      }
      large.check(CountedTreeTest::wordAt);
      assertThat(large.size()).isEqualTo(count);
      for (long i = 0; i < count; i += 9973) {
        assertThat(large.rank(i)).isEqualTo(i);
      }
      large.removeRange(1000, 1_000_000, (segment, at) -> {});
      for (long i = 1_500_000; i < 2_500_000; i++) {
        assertThat(large.remove(i)).isTrue();
      }
      large.check(CountedTreeTest::wordAt);
      assertThat(large.size()).isEqualTo(1_000_000);
      assertThat(large.rank(2_999_999L)).isEqualTo(999_999);
    }
  }

  private static Long wordAt(MemorySegment segment, long at) {
    return segment.get(JAVA_LONG_UNALIGNED, at);
  }
}
