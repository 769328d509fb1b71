package io.jacinth.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Queue;
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
    ArenaChunks chunks = new ArenaChunks(tasks::add, 2);
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
  void chunksOfOtherSizesLeaveTheReserveAlone() {
    ArenaChunks chunks = new ArenaChunks(tasks::add, 2);
    chunks.release(chunks.acquire(2 * ORDINARY));
    runTasks();
    assertThat(chunks.totalBytes()).isZero();
  }
}
