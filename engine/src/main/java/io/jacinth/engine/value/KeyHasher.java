package io.jacinth.engine.value;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * A seeded 64-bit hash of a key's bytes by folded 128-bit multiplication (the mixing step of
 * wyhash, Wang Yi 2019). The seed is secret to the process, so that a client cannot choose keys
 * that collide.
 */
public final class KeyHasher {
  private static final long K1 = 0x9E3779B97F4A7C15L;
  private static final long K2 = 0xD6E8FEB86659FD93L;
  private static final long K3 = 0xA0761D6478BD642FL;

  private final long seed;

  public KeyHasher(long seed) {
    this.seed = seed;
  }

  public long hash(MemorySegment segment, long offset, int length) {
    long h = seed ^ length * K2;
    long end = offset + length;
    long i = offset;
    for (; i + 16 <= end; i += 16) {
      h =
          mix(
              segment.get(JAVA_LONG_UNALIGNED, i) ^ K1,
              segment.get(JAVA_LONG_UNALIGNED, i + 8) ^ h);
    }
    if (i < end) {
      long low;
      long high = 0;
      if (i + 8 <= end) {
        low = segment.get(JAVA_LONG_UNALIGNED, i);
        high = i + 8 < end ? segment.get(JAVA_LONG_UNALIGNED, end - 8) : 0;
      } else {
        low = 0;
        for (long at = end - 1; at >= i; at--) {
          low = low << 8 | segment.get(JAVA_BYTE, at) & 0xFF;
        }
      }
      h = mix(low ^ K3, high ^ h);
    }
    return mix(h ^ K1, seed ^ K2);
  }

  private static long mix(long a, long b) {
    return a * b ^ Math.unsignedMultiplyHigh(a, b);
  }
}
