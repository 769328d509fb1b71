package io.jacinth.commands.hyperloglog;

import io.jacinth.protocol.Slice;

/**
 * Where an element belongs: MurmurHash64A (Appleby 2008) with Redis's seed. The lowest bits name
 * the register, the run of zeros above them is what the register may have to remember.
 */
final class ElementHash {
  private static final long SEED = 0xadc83b19L;
  private static final long MULTIPLIER = 0xc6a4a7935bd1e995L;
  private static final int SHIFT = 47;

  private ElementHash() {}

  static long of(Slice element) {
    int length = element.length();
    long hash = start(length);
    int i = 0;
    for (; i <= length - 8; i += 8) {
      hash = (hash ^ mix(element.longAt(i))) * MULTIPLIER;
    }
    if (i < length) {
      long rest = 0;
      for (int j = length - 1; j >= i; j--) {
        rest = rest << 8 | element.at(j) & 0xFF;
      }
      hash = (hash ^ rest) * MULTIPLIER;
    }
    return finish(hash);
  }

  /** The hash of the eight bytes of a number. */
  static long of(long element) {
    return finish((start(Long.BYTES) ^ mix(element)) * MULTIPLIER);
  }

  private static long start(int length) {
    return SEED ^ length * MULTIPLIER;
  }

  private static long mix(long word) {
    long mixed = word * MULTIPLIER;
    return (mixed ^ mixed >>> SHIFT) * MULTIPLIER;
  }

  private static long finish(long hash) {
    long mixed = (hash ^ hash >>> SHIFT) * MULTIPLIER;
    return mixed ^ mixed >>> SHIFT;
  }

  static int register(long hash) {
    return (int) hash & HyperLogLog.REGISTERS - 1;
  }

  /** The length of the run of zeros, and one more: 1 to 51. */
  static int run(long hash) {
    int bits = Long.SIZE - HyperLogLog.REGISTER_BITS;
    return Long.numberOfTrailingZeros(hash >>> HyperLogLog.REGISTER_BITS | 1L << bits) + 1;
  }
}
