package io.jacinth.commands.hyperloglog;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;

/**
 * The registers of a sparse HyperLogLog: runs of equal ones, in a byte or two.
 *
 * <pre>
 *   00nnnnnn            1 to 64 registers are 0
 *   01nnnnnn nnnnnnnn   1 to 16384 registers are 0
 *   1vvvvvnn            1 to 4 registers are 1 to 32
 * </pre>
 *
 * <p>The runs of a sound one have 16384 registers together. A second byte that is missing counts as
 * 0, since Redis's strings end so.
 */
final class SparseRegisters {
  static final int MOST = 32;
  static final int MOST_VALUES = 4;
  static final int MOST_SHORT_ZEROS = 64;

  private static final int VALUES = 0x80;
  private static final int LONG_ZEROS = 0x40;

  private SparseRegisters() {}

  // ---------------------------------------------------------------- runs

  static boolean isValues(int first) {
    return (first & VALUES) != 0;
  }

  static boolean isLongZeros(int first) {
    return (first & (VALUES | LONG_ZEROS)) == LONG_ZEROS;
  }

  /** The bytes of the run that begins with a byte. */
  static int bytes(int first) {
    return 1 + (first >>> 6 & ~(first >>> 7) & 1);
  }

  /** The value of a run of values. */
  static int value(int first) {
    return (first >>> 2 & 31) + 1;
  }

  /** The length of a run of values. */
  static int values(int first) {
    return (first & 3) + 1;
  }

  /** The registers of the run at a place. */
  static int registers(Slice string, int at) {
    int second = at + 1 < string.length() ? string.at(at + 1) : 0;
    int first = string.at(at) & 0xFF;
    return isValues(first) ? values(first) : zeros(first, second);
  }

  /**
   * The registers of a run of zeros. Whether it is of one byte or two is not branched on: no
   * processor could foretell it.
   */
  static int zeros(int first, int second) {
    int isLong = first >>> 6;
    return ((first & 63) << (isLong << 3) | second & -isLong & 0xFF) + 1;
  }

  /** A run of values, as a byte. */
  static byte ofValues(int value, int count) {
    return (byte) (VALUES | value - 1 << 2 | count - 1);
  }

  /** Writes a run of zeros, answers where it ends. */
  static int putZeros(MemorySegment memory, int at, int count) {
    int number = count - 1;
    if (count <= MOST_SHORT_ZEROS) {
      memory.set(JAVA_BYTE, at, (byte) number);
      return at + 1;
    }
    memory.set(JAVA_BYTE, at, (byte) (LONG_ZEROS | number >>> 8));
    memory.set(JAVA_BYTE, at + 1L, (byte) number);
    return at + 2;
  }

  // ---------------------------------------------------------------- all registers

  /**
   * Makes each byte of an array of registers at least as great as the register here; false where
   * they are too many or too few.
   */
  static boolean mergeInto(MemorySegment memory, int arrayAt, Slice string) {
    MemorySegment segment = string.segment();
    long end = string.offset() + string.length();
    long at = string.offset() + HyperLogLog.HEADER_BYTES;
    int index = 0;
    while (at < end) {
      int first = segment.get(JAVA_BYTE, at++) & 0xFF;
      if (isValues(first)) {
        int count = values(first);
        if (index + count > HyperLogLog.REGISTERS) {
          return false;
        }
        raise(memory, arrayAt + index, count, value(first));
        index += count;
      } else {
        index += zeros(first, at < end ? segment.get(JAVA_BYTE, at) : 0);
        at += first >>> 6;
      }
      if (index > HyperLogLog.REGISTERS) {
        return false;
      }
    }
    return index == HyperLogLog.REGISTERS;
  }

  private static void raise(MemorySegment array, int at, int count, int value) {
    int i = at;
    do {
      array.set(JAVA_BYTE, i, (byte) Math.max(array.get(JAVA_BYTE, i), value));
      i++;
    } while (i < at + count);
  }

  /** Counts the registers of each value; false where they are too many or too few. */
  static boolean count(MemorySegment memory, Slice string) {
    MemorySegment segment = string.segment();
    long end = string.offset() + string.length();
    long at = string.offset() + HyperLogLog.HEADER_BYTES;
    int zeros = 0;
    int others = 0;
    while (at < end && zeros + others <= HyperLogLog.REGISTERS) {
      int first = segment.get(JAVA_BYTE, at++) & 0xFF;
      if (isValues(first)) {
        int count = values(first);
        RegisterArray.add(memory, value(first), count);
        others += count;
      } else {
        zeros += zeros(first, at < end ? segment.get(JAVA_BYTE, at) : 0);
        at += first >>> 6;
      }
    }
    RegisterArray.add(memory, 0, zeros);
    return zeros + others == HyperLogLog.REGISTERS;
  }
}
