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
 *   histogram    1024   64 counts of registers, four times, to be summed up
 *   window         64   see {@link SparseEdit}
 *   cursor         40
 *   tail        20480
 * </pre>
 */
final class RegisterArray {
  static final int DECODED_AT = HyperLogLog.REGISTERS;
  static final int HISTOGRAM_AT = DECODED_AT + HyperLogLog.REGISTERS;
  private static final int ONE_HISTOGRAM = 4 * (DenseRegisters.MOST + 1);

  /** Neighbours are counted apart, since most have the same value and would wait for each other. */
  private static final int HISTOGRAMS = 4;

  static final int HISTOGRAM_BYTES = HISTOGRAMS * ONE_HISTOGRAM;
  static final int WINDOW_AT = HISTOGRAM_AT + HISTOGRAM_BYTES;
  static final int WINDOW_BYTES = 64;
  static final int CURSOR_AT = WINDOW_AT + WINDOW_BYTES;
  static final int TAIL_AT = CURSOR_AT + 40;
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
      countBytes(memory, memory.get(JAVA_LONG, i));
    }
  }

  /** Counts eight registers, none of which is above {@link DenseRegisters#MOST}. */
  static void countBytes(MemorySegment memory, long values) {
    for (int i = 0; i < HISTOGRAMS; i++) {
      int at = HISTOGRAM_AT + i * ONE_HISTOGRAM;
      add(memory, at, (int) (values >>> (i << 3)) & 0xFF, 1);
      add(memory, at, (int) (values >>> (i + HISTOGRAMS << 3)) & 0xFF, 1);
    }
  }

  /** Adds to the count of a value. */
  static void add(MemorySegment memory, int value, int registers) {
    add(memory, HISTOGRAM_AT, value, registers);
  }

  private static void add(MemorySegment memory, int at, int value, int registers) {
    long place = at + ((long) value << 2);
    memory.set(JAVA_INT, place, memory.get(JAVA_INT, place) + registers);
  }

  /** How many registers have a value. */
  static int counted(MemorySegment memory, int value) {
    int sum = 0;
    for (int i = 0; i < HISTOGRAMS; i++) {
      sum += memory.get(JAVA_INT, HISTOGRAM_AT + i * ONE_HISTOGRAM + ((long) value << 2));
    }
    return sum;
  }
}
