package io.jacinth.commands.hyperloglog;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * What HyperLogLogs are merged in, and counted in: memory of a call's, with a byte for each
 * register, a count for each value of one, and room to rebuild some bytes of a sparse one.
 *
 * <pre>
 *   registers   16384   the union of all that were merged
 *   decoded     16384   those of one sparse HyperLogLog
 *   histogram     256   64 counts of registers
 *   window         64   see {@link SparseEdit}
 *   hint           16
 *   tail        20480
 * </pre>
 */
final class RegisterArray {
  static final int DECODED_AT = HyperLogLog.REGISTERS;
  static final int HISTOGRAM_AT = DECODED_AT + HyperLogLog.REGISTERS;
  static final int HISTOGRAM_BYTES = 4 * (DenseRegisters.MOST + 1);
  static final int WINDOW_AT = HISTOGRAM_AT + HISTOGRAM_BYTES;
  static final int WINDOW_BYTES = 64;
  static final int HINT_AT = WINDOW_AT + WINDOW_BYTES;
  static final int TAIL_AT = HINT_AT + 16;
  static final int TAIL_BYTES = 20 * 1024;

  /** All of the above. */
  static final int BYTES = TAIL_AT + TAIL_BYTES;

  private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

  private RegisterArray() {}

  static void clear(MemorySegment memory) {
    memory.asSlice(0, HyperLogLog.REGISTERS).fill((byte) 0);
  }

  /** The greater of each pair of bytes, none of which is above 127. */
  static long max(long first, long second) {
    long isFirst = ((first | HIGHEST_BITS) - second & HIGHEST_BITS) >>> 7;
    long mask = (isFirst << 8) - isFirst;
    return first & mask | second & ~mask;
  }

  static void clearHistogram(MemorySegment memory) {
    memory.asSlice(HISTOGRAM_AT, HISTOGRAM_BYTES).fill((byte) 0);
  }

  /** Counts the registers of the union by their values. */
  static void count(MemorySegment memory) {
    clearHistogram(memory);
    for (int i = 0; i < HyperLogLog.REGISTERS; i += 8) {
      countBytes(memory, HISTOGRAM_AT, memory.get(JAVA_LONG, i));
    }
  }

  static void countBytes(MemorySegment histogram, long at, long values) {
    if (values == 0) {
      add(histogram, at, 0, 8);
      return;
    }
    for (int shift = 0; shift < 64; shift += 8) {
      add(histogram, at, (int) (values >>> shift) & 0xFF, 1);
    }
  }

  /** Adds to the count of a value, which is at most {@link DenseRegisters#MOST}. */
  static void add(MemorySegment histogram, long at, int value, int registers) {
    long place = at + ((long) value << 2);
    histogram.set(JAVA_INT, place, histogram.get(JAVA_INT, place) + registers);
  }

  /** How many registers have a value. */
  static int counted(MemorySegment memory, int value) {
    return memory.get(JAVA_INT, HISTOGRAM_AT + ((long) value << 2));
  }
}
