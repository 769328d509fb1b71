package io.jacinth.persistence.rdb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LzfTest {
  private final Arena arena = Arena.ofAuto();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void expandsWhatItCompresses(long seed) {
    Random random = new Random(seed);
    Lzf lzf = new Lzf();
    int compressed = 0;
    for (int round = 0; round < 300; round++) {
      byte[] bytes = text(random);
      MemorySegment source = arena.allocateFrom(JAVA_BYTE, bytes);
      MemorySegment packed = arena.allocate(bytes.length);
      int length = lzf.compress(source, 0, bytes.length, packed);
      if (length > 0) {
        compressed++;
        assertThat(length).isLessThan(bytes.length - 3);
        MemorySegment plain = arena.allocate(bytes.length);
        Lzf.expand(packed, 0, length, plain, bytes.length);
        assertThat(plain.toArray(JAVA_BYTE)).isEqualTo(bytes);
      }
    }
    assertThat(compressed).isGreaterThan(100);
  }

  /** Bytes with more or less in them that comes again. */
  private static byte[] text(Random random) {
    byte[] bytes = new byte[21 + random.nextInt(20_000)];
    int letters = 1 + random.nextInt(64);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] =
          i > 100 && random.nextInt(8) > 0
              ? bytes[i - 1 - random.nextInt(3) * 33]
              : (byte) random.nextInt(letters);
    }
    return bytes;
  }

  /** Whatever the bytes are: an exception, or as many bytes as were asked for. */
  @Test
  void survivesNonsense() {
    Random random = new Random(4);
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(60)];
      random.nextBytes(bytes);
      MemorySegment source = arena.allocateFrom(JAVA_BYTE, bytes);
      MemorySegment target = arena.allocate(200);
      try {
        Lzf.expand(source, 0, bytes.length, target, 200);
      } catch (RdbException refused) {
        assertThat(refused).hasMessageContaining("broken");
      }
    }
    MemorySegment literals = arena.allocateFrom(JAVA_BYTE, (byte) 5, (byte) 'a');
    assertThatThrownBy(() -> Lzf.expand(literals, 0, 2, arena.allocate(10), 6))
        .isInstanceOf(RdbException.class);
  }
}
