package io.jacinth.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlabAllocatorTest {
  private static final long MEGABYTE = 1024 * 1024;

  private final ArenaChunks chunks = new ArenaChunks(Runnable::run);
  private final SlabAllocator slabs = SlabAllocator.checking(chunks);

  @AfterEach
  void everythingIsGivenBack() {
    slabs.check();
    slabs.close();
    assertThat(chunks.totalBytes()).isZero();
  }

  /** A block with the content that it must have as long as it lives. */
  private record Block(long ref, long bytes, long stamp) {}

  private static void write(SlabAllocator slabs, Block block) {
    MemorySegment segment = slabs.segment(block.ref);
    long offset = SlabAllocator.offset(block.ref);
    for (long at = 0; at + 8 <= block.bytes; at += 8) {
      segment.set(JAVA_LONG_UNALIGNED, offset + at, block.stamp + at);
    }
    for (long at = block.bytes & -8; at < block.bytes; at++) {
      segment.set(JAVA_BYTE, offset + at, (byte) block.stamp);
    }
  }

  private static void verify(SlabAllocator slabs, Block block) {
    assertThat(isIntact(slabs, block)).as("content of %s", block).isTrue();
  }

  private static boolean isIntact(SlabAllocator slabs, Block block) {
    MemorySegment segment = slabs.segment(block.ref);
    long offset = SlabAllocator.offset(block.ref);
    for (long at = 0; at + 8 <= block.bytes; at += 8) {
      if (segment.get(JAVA_LONG_UNALIGNED, offset + at) != block.stamp + at) {
        return false;
      }
    }
    for (long at = block.bytes & -8; at < block.bytes; at++) {
      if (segment.get(JAVA_BYTE, offset + at) != (byte) block.stamp) {
        return false;
      }
    }
    return true;
  }

  /** Mostly small, sometimes of every other kind. */
  private static long someBytes(Random random) {
    int kind = random.nextInt(100);
    if (kind < 70) {
      return 1 + random.nextInt(300);
    }
    if (kind < 90) {
      return 1 + random.nextInt(20_000);
    }
    return kind < 99 ? 1 + random.nextInt(600_000) : 1 + random.nextInt(3_000_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void randomOperationsKeepEveryBlockAndEverySum(long seed) {
    Random random = new Random(seed);
    List<Block> model = new ArrayList<>();
    for (int step = 0; step < 6_000; step++) {
      boolean shrinking = step / 1_000 % 2 == 1;
      if (random.nextInt(100) < (shrinking ? 35 : 65) || model.isEmpty()) {
        long bytes = someBytes(random);
        Block block = new Block(slabs.allocate(bytes), bytes, random.nextLong());
        assertThat(slabs.capacity(block.ref)).isEqualTo(SlabAllocator.sizeClassOf(bytes));
        write(slabs, block);
        model.add(block);
      } else {
        Collections.swap(model, random.nextInt(model.size()), model.size() - 1);
        Block block = model.removeLast();
        verify(slabs, block);
        slabs.free(block.ref);
      }
      if (step % 500 == 0) {
        checkAgainst(model);
      }
    }
    checkAgainst(model);
    for (Block block : model) {
      verify(slabs, block);
      slabs.free(block.ref);
    }
    checkAgainst(List.of());
  }

  private void checkAgainst(List<Block> model) {
    slabs.check();
    Set<LiveBlock> expected = new HashSet<>();
    long used = 0;
    for (Block block : model) {
      expected.add(new LiveBlock(block.ref, block.bytes));
      used += SlabAllocator.sizeClassOf(block.bytes);
    }
    assertThat(slabs.liveBlocks()).hasSameSizeAs(model);
    assertThat(new HashSet<>(slabs.liveBlocks())).isEqualTo(expected);
    assertThat(slabs.usedBytes()).isEqualTo(used);
    assertThat(slabs.blockCount()).isEqualTo(model.size());
    assertThat(slabs.footprintBytes()).isEqualTo(chunks.totalBytes());
  }

  @Test
  void ownsNothingBeforeTheFirstBlock() {
    assertThat(slabs.footprintBytes()).isZero();
    assertThat(slabs.usedBytes()).isZero();
    slabs.allocate(1);
    assertThat(slabs.footprintBytes()).isEqualTo(MEGABYTE);
    assertThat(slabs.usedBytes()).isEqualTo(8);
  }

  @Test
  void classesWasteWhatTheyPromise() {
    long previous = 0;
    for (long bytes = 1; bytes <= 3_000_000; bytes += bytes < 70_000 ? 1 : 997) {
      long capacity = SlabAllocator.sizeClassOf(bytes);
      double bound = bytes <= 128 ? 7.01 / bytes : bytes <= 16_384 ? 0.125 : 0.25;
      boolean isSound =
          capacity >= bytes
              && capacity >= previous
              && capacity % 8 == 0
              && capacity - bytes <= bytes * bound
              && SlabAllocator.sizeClassOf(capacity) == capacity;
      assertThat(isSound).as("%d bytes in %d", bytes, capacity).isTrue();
      previous = capacity;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 24, 128, 129, 1_000, 2_048, 3_000, 16_384, 20_000, 60_000, 100_000})
  void freeingEverythingLeavesOneSpareChunk(int bytes) {
    List<Long> refs = new ArrayList<>();
    for (long total = 0; total < 8 * MEGABYTE; total += Math.max(bytes, 64)) {
      refs.add(slabs.allocate(bytes));
    }
    Collections.shuffle(refs, new Random(bytes));
    refs.forEach(slabs::free);
    assertThat(slabs.usedBytes()).isZero();
    assertThat(slabs.footprintBytes()).isEqualTo(MEGABYTE);
    slabs.check();
    slabs.releaseEmpty();
    assertThat(slabs.footprintBytes()).isZero();
    assertThat(chunks.totalBytes()).isZero();
  }

  @Test
  void pagesAreWellFilled() {
    SlabAllocator plain = SlabAllocator.create(chunks);
    for (int sizeClass = 0; sizeClass < SizeClasses.COUNT; sizeClass++) {
      int bytes = SizeClasses.blockBytes(sizeClass);
      for (long total = 0; total < 16 * MEGABYTE; total += bytes) {
        plain.allocate(bytes);
      }
      assertThat((double) plain.footprintBytes() / plain.usedBytes())
          .as("blocks of %d bytes", bytes)
          .isLessThan(1.21);
      plain.close();
    }
  }

  @Test
  void aBlockBeyondHalfAChunkHasAChunkOfItsOwnAndGivesItBack() {
    long ref = slabs.allocate(5 * MEGABYTE + 1);
    assertThat(slabs.capacity(ref)).isEqualTo(5 * MEGABYTE + 4096);
    assertThat(slabs.footprintBytes()).isEqualTo(5 * MEGABYTE + 4096);
    assertThat(slabs.usedBytes()).isEqualTo(slabs.footprintBytes());
    assertThat(SlabAllocator.offset(ref)).isZero();
    assertThat(ref).isNotZero();
    slabs.check();
    slabs.free(ref);
    assertThat(slabs.footprintBytes()).isZero();
    assertThat(slabs.allocate(MEGABYTE)).as("the chunk's number is used again").isEqualTo(ref);
    slabs.check();
  }

  @Test
  void compactionEmptiesTheSparsestChunks() {
    List<Long> refs = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      refs.add(slabs.allocate(100));
    }
    assertThat(slabs.beginCompaction()).as("chunks to empty while all are full").isZero();
    Random random = new Random(5);
    List<Long> kept = new ArrayList<>();
    for (long ref : refs) {
      if (random.nextInt(100) < 60) {
        slabs.free(ref);
      } else {
        kept.add(ref);
      }
    }
    long before = slabs.footprintBytes();
    assertThat(slabs.beginCompaction()).isPositive();
    slabs.check();
    for (int i = 0; i < kept.size(); i++) {
      if (i == kept.size() / 2) {
        slabs.check();
      }
      if (slabs.isLeaving(kept.get(i))) {
        long moved = slabs.allocate(100);
        assertThat(slabs.isLeaving(moved)).isFalse();
        slabs.free(kept.set(i, moved));
      }
    }
    slabs.endCompaction();
    slabs.check();
    assertThat(slabs.footprintBytes()).isLessThan(before * 6 / 10);
  }

  @Test
  void whatCannotLeaveIsAllocatedFromAgain() {
    List<Long> refs = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      refs.add(slabs.allocate(100));
    }
    for (int i = 0; i < refs.size(); i++) {
      if (i % 4 != 0) {
        slabs.free(refs.get(i));
      }
    }
    long before = slabs.footprintBytes();
    slabs.beginCompaction();
    slabs.free(refs.get(0));
    slabs.free(refs.get(refs.size() - 4));
    slabs.endCompaction();
    slabs.check();
    for (int i = 0; i < 30_000; i++) {
      slabs.allocate(100);
    }
    assertThat(slabs.footprintBytes()).isEqualTo(before);
    slabs.check();
  }

  @Test
  void closeGivesEverythingBackAndTheAllocatorStartsAnew() {
    slabs.allocate(100);
    slabs.allocate(4 * MEGABYTE);
    slabs.close();
    assertThat(slabs.footprintBytes()).isZero();
    assertThat(slabs.usedBytes()).isZero();
    assertThat(slabs.blockCount()).isZero();
    assertThat(slabs.liveBlocks()).isEmpty();
    slabs.check();
    assertThat(slabs.allocate(100)).isNotZero();
  }

  @Test
  void aRefusedChunkChangesNothing() {
    ChunkSource refusing =
        new ChunkSource() {
          @Override
          public MemorySegment acquire(long bytes) {
            throw new OutOfMemoryError("refused");
          }

          @Override
          public void release(MemorySegment chunk) {
            throw new AssertionError("nothing was given");
          }
        };
    SlabAllocator starved = SlabAllocator.checking(refusing);
    for (long bytes : new long[] {10, 100_000, 4 * MEGABYTE}) {
      assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> starved.allocate(bytes));
    }
    assertThat(starved.usedBytes()).isZero();
    assertThat(starved.blockCount()).isZero();
    starved.check();
  }
}
