package io.jacinth.commands.hyperloglog;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Eight bytes of a sparse HyperLogLog at once: the short runs, those of one byte, before the first
 * of two. The first byte is the lowest. No state.
 */
final class RunWord {
  static final ValueLayout.OfLong LAYOUT = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;
  private static final long SIX_BITS = 0x3F3F_3F3F_3F3F_3F3FL;
  private static final long TWO_BITS = 0x0303_0303_0303_0303L;
  private static final long EVEN_BYTES = 0x00FF_00FF_00FF_00FFL;
  private static final long EVEN_SHORTS = 0x0001_0001_0001_0001L;

  private RunWord() {}

  /** The highest bit of each byte that begins a run of two bytes, if those before do not. */
  private static long longRuns(long runs) {
    return runs << 1 & ~runs & HIGHEST_BITS;
  }

  /** How many short runs come first. */
  static int shortRuns(long runs) {
    return Long.numberOfTrailingZeros(longRuns(runs)) >>> 3;
  }

  /** Of each of these the number of registers, less one; 0 in the bytes that follow. */
  static long registers(long runs) {
    long areValues = ((runs & HIGHEST_BITS) >>> 7) * 0xFF;
    long firstLong = Long.lowestOneBit(longRuns(runs));
    return runs & (SIX_BITS & ~areValues | TWO_BITS & areValues) & (firstLong >>> 7) - 1;
  }

  /** The sum of the bytes, none of which is above 63. */
  static int sum(long registers) {
    long pairs = (registers & EVEN_BYTES) + (registers >>> 8 & EVEN_BYTES);
    return (int) (pairs * EVEN_SHORTS >>> 48);
  }

  /** The registers of the last of so many runs. */
  static int last(long registers, int count) {
    return (int) (registers >>> (count - 1 << 3)) + 1;
  }
}
