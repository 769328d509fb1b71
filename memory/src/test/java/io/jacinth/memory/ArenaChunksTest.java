package io.jacinth.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArenaChunksTest {
  private static final long ORDINARY = SizeClasses.CHUNK_BYTES;

  private final Queue<Runnable> tasks = new ArrayDeque<>();

  private void runTasks() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  @Test
  void aChunkIsAlignedAndCountedUntilItIsReallyGone() {
    ArenaChunks chunks = new ArenaChunks(tasks::add);
    MemorySegment chunk = chunks.acquire(10_000);
    assertThat(chunk.byteSize()).isEqualTo(10_000);
    assertThat(chunk.address() % 4096).isZero();
    assertThat(chunks.totalBytes()).isEqualTo(10_000);
    chunks.release(chunk);
    assertThat(chunks.totalBytes()).isEqualTo(10_000);
    runTasks();
    assertThat(chunks.totalBytes()).isZero();
    assertThat(chunk.scope().isAlive()).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> chunks.release(chunk));
  }

  @Test
  void theReserveIsMadeInTheBackgroundAfterTheFirstDemand() {
    ArenaChunks chunks = new ArenaChunks(tasks::add, 2, () -> {});
    assertThat(chunks.totalBytes()).isZero();
    MemorySegment first = chunks.acquire(ORDINARY);
    assertThat(chunks.totalBytes()).isEqualTo(ORDINARY);
    runTasks();
    assertThat(chunks.totalBytes()).isEqualTo(3 * ORDINARY);
    MemorySegment second = chunks.acquire(ORDINARY);
    MemorySegment third = chunks.acquire(ORDINARY);
    assertThat(chunks.totalBytes()).as("both were ready").isEqualTo(3 * ORDINARY);
    MemorySegment fourth = chunks.acquire(ORDINARY);
    assertThat(chunks.totalBytes()).as("the reserve was used up").isEqualTo(4 * ORDINARY);
    for (MemorySegment chunk : new MemorySegment[] {first, second, third, fourth}) {
      chunks.release(chunk);
    }
    runTasks();
    assertThat(chunks.totalBytes()).as("released chunks fill it").isEqualTo(2 * ORDINARY);
    chunks.releaseReady();
    assertThat(chunks.totalBytes()).isZero();
  }

  @Test
  void whatWasReleasedIsUsedAgain() {
    ArenaChunks chunks = new ArenaChunks(tasks::add, 1, () -> {});
    List<MemorySegment> out = acquire(chunks, 12);
    runTasks();
    out.subList(8, 12).forEach(chunks::release);
    runTasks();
    assertThat(chunks.totalBytes()).as("half as many as are out").isEqualTo(12 * ORDINARY);
    List<MemorySegment> again = acquire(chunks, 4);
    assertThat(chunks.totalBytes()).isEqualTo(12 * ORDINARY);
    assertThat(out.subList(8, 12)).containsAnyElementsOf(again);
    Stream.concat(out.subList(0, 8).stream(), again.stream()).forEach(chunks::release);
    runTasks();
    assertThat(chunks.totalBytes())
        .as("the fewer are out, the fewer are kept")
        .isLessThanOrEqualTo(4 * ORDINARY);
  }

  @Test
  void whatIsNotNeededGoesBackByAndBy() {
    ArenaChunks chunks = new ArenaChunks(tasks::add, 1, () -> {});
    List<MemorySegment> out = acquire(chunks, 60);
    runTasks();
    out.subList(0, 20).forEach(chunks::release);
    runTasks();
    assertThat(chunks.totalBytes()).isEqualTo(60 * ORDINARY);
    cool(chunks);
    assertThat(chunks.totalBytes()).as("was needed a moment ago").isEqualTo(60 * ORDINARY);
    chunks.release(chunks.acquire(ORDINARY));
    cool(chunks);
    assertThat(chunks.totalBytes()).isBetween(57 * ORDINARY, 58 * ORDINARY);
    acquire(chunks, 17).forEach(chunks::release);
    cool(chunks);
    assertThat(chunks.totalBytes()).as("it was needed").isBetween(57 * ORDINARY, 58 * ORDINARY);
    for (int i = 0; i < 40; i++) {
      cool(chunks);
    }
    assertThat(chunks.totalBytes()).isEqualTo(41 * ORDINARY);
  }

  private void cool(ArenaChunks chunks) {
    chunks.cool();
    runTasks();
  }

  private static List<MemorySegment> acquire(ArenaChunks chunks, int count) {
    return Stream.generate(() -> chunks.acquire(ORDINARY)).limit(count).toList();
  }

  @Test
  void chunksOfOtherSizesLeaveTheReserveAlone() {
    ArenaChunks chunks = new ArenaChunks(tasks::add, 2, () -> {});
    chunks.release(chunks.acquire(2 * ORDINARY));
    runTasks();
    assertThat(chunks.totalBytes()).isZero();
  }
}
