package io.jacinth.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Does what must never be done, and expects the checking mode to say so. */
class BlockChecksTest {
  private final ArenaChunks chunks = new ArenaChunks(Runnable::run);
  private final SlabAllocator slabs = SlabAllocator.checking(chunks);

  @BeforeEach
  void neighbours() {
    slabs.allocate(20);
    slabs.allocate(200);
  }

  @AfterEach
  void close() {
    slabs.close();
  }

  private void poke(long ref, long index) {
    slabs.segment(ref).set(JAVA_BYTE, SlabAllocator.offset(ref) + index, (byte) 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 200, 5_000, 30_000, 100_000, 700_000})
  void aWriteBeyondTheEndIsFoundByCheckAndByFree(int bytes) {
    long ref = slabs.allocate(bytes);
    poke(ref, bytes - 1);
    slabs.check();
    poke(ref, bytes);
    assertThatIllegalStateException()
        .isThrownBy(slabs::check)
        .withMessageContaining("holds " + bytes + " bytes and was written to 0 bytes beyond");
    assertThatIllegalStateException()
        .isThrownBy(() -> slabs.free(ref))
        .withMessageContaining("beyond its end");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 200, 5_000, 30_000, 100_000})
  void aWriteAfterTheFreeIsFoundByCheck(int bytes) {
    long kept = slabs.allocate(bytes);
    long ref = slabs.allocate(bytes);
    slabs.free(ref);
    slabs.check();
    poke(ref, bytes - 1);
    assertThatIllegalStateException()
        .isThrownBy(slabs::check)
        .withMessageContaining("written to while free");
    assertThat(kept).isNotEqualTo(ref);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 200, 5_000, 30_000, 100_000})
  void aWriteAfterTheFreeIsFoundByTheNextOwner(int bytes) {
    long kept = slabs.allocate(bytes);
    long ref = slabs.allocate(bytes);
    slabs.free(ref);
    poke(ref, bytes - 1);
    assertThatIllegalStateException()
        .isThrownBy(() -> slabs.allocate(bytes))
        .withMessageContaining("written to while free");
    assertThat(kept).isNotEqualTo(ref);
  }

  @Test
  void aWriteAfterTheFreeIsFoundWhenThePageIsGivenBack() {
    long first = slabs.allocate(600);
    long second = slabs.allocate(600);
    slabs.free(first);
    poke(first, 100);
    assertThatIllegalStateException()
        .isThrownBy(() -> slabs.free(second))
        .withMessageContaining("written to while free");
  }

  @Test
  void aWriteIntoTheFreeListIsFound() {
    long kept = slabs.allocate(48);
    long ref = slabs.allocate(48);
    slabs.free(ref);
    poke(ref, 1);
    assertThatIllegalStateException().isThrownBy(slabs::check).withMessageContaining("free list");
    assertThat(kept).isNotEqualTo(ref);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 200, 5_000, 30_000, 100_000, 700_000})
  void aSecondFreeIsRefused(int bytes) {
    long ref = slabs.allocate(bytes);
    slabs.free(ref);
    assertThatIllegalStateException()
        .isThrownBy(() -> slabs.free(ref))
        .withMessageContaining("freed twice");
    slabs.check();
  }

  @Test
  void aFreeOfTheMiddleOfABlockIsRefused() {
    long ref = slabs.allocate(200);
    assertThatIllegalStateException()
        .isThrownBy(() -> slabs.free(ref + 1))
        .withMessageContaining("is no block: it lies in");
    slabs.check();
  }

  @Test
  void newBlocksAreNotZero() {
    long ref = slabs.allocate(64);
    for (int i = 0; i < 64; i++) {
      assertThat(slabs.segment(ref).get(JAVA_BYTE, SlabAllocator.offset(ref) + i)).isNotZero();
    }
  }

  @Test
  void resizedMovesTheEnd() {
    long ref = slabs.allocate(130);
    slabs.resized(ref, 144);
    poke(ref, 143);
    slabs.check();
    slabs.resized(ref, 100);
    slabs.check();
    assertThat(slabs.liveBlocks()).contains(new LiveBlock(ref, 100));
    poke(ref, 100);
    assertThatIllegalStateException().isThrownBy(slabs::check);
  }

  @Test
  void resizedBeyondTheCapacityIsRefused() {
    long ref = slabs.allocate(130);
    assertThatIllegalStateException()
        .isThrownBy(() -> slabs.resized(ref, 145))
        .withMessageContaining("cannot hold 145");
  }

  @Test
  void aDestroyedHeaderIsFound() {
    long ref = slabs.allocate(48);
    long page = SlabAllocator.offset(ref) >>> 14;
    slabs.segment(ref).set(JAVA_BYTE, page * 16 + 2, (byte) 99);
    assertThatIllegalStateException()
        .isThrownBy(slabs::check)
        .withMessageContaining("counted as in use");
  }

  @Test
  void theNormalModeRemembersNoBlocks() {
    SlabAllocator plain = SlabAllocator.create(chunks);
    plain.resized(plain.allocate(10), 8);
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(plain::liveBlocks);
    plain.check();
    plain.close();
  }
}
