package io.jacinth.commands.hyperloglog;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * The registers of a dense HyperLogLog: 6 bits each, one after the other from the lowest bit of
 * each byte up, so that eight of them take six bytes. Whoever goes through all of them turns eight
 * at a time into eight bytes of a word, and back.
 */
final class DenseRegisters {
  static final int BYTES = HyperLogLog.REGISTERS * 6 / 8;
  static final int MOST = 63;

  private static final int GROUP_BYTES = 6;

  private DenseRegisters() {}

  static int get(MemorySegment segment, long at, int index) {
    int bit = index * 6;
    long from = at + (bit >>> 3);
    int shift = bit & 7;
    int bits = segment.get(JAVA_BYTE, from) & 0xFF;
    if (shift > 2) {
      bits |= (segment.get(JAVA_BYTE, from + 1) & 0xFF) << 8;
    }
    return bits >>> shift & MOST;
  }

  static void set(MemorySegment segment, long at, int index, int value) {
    int bit = index * 6;
    long from = at + (bit >>> 3);
    int shift = bit & 7;
    int low = segment.get(JAVA_BYTE, from) & ~(MOST << shift) | value << shift;
    segment.set(JAVA_BYTE, from, (byte) low);
    if (shift > 2) {
      int unused = 8 - shift;
      int high = segment.get(JAVA_BYTE, from + 1) & ~(MOST >>> unused) | value >>> unused;
      segment.set(JAVA_BYTE, from + 1, (byte) high);
    }
  }

  /** Makes a register at least so great; true where it was less. */
  static boolean raise(MemorySegment segment, long at, int index, int value) {
    if (get(segment, at, index) >= value) {
      return false;
    }
    set(segment, at, index, value);
    return true;
  }

  /** Makes each byte of an array of registers at least as great as the register here. */
  static void mergeInto(MemorySegment array, MemorySegment segment, long at) {
    int last = BYTES - GROUP_BYTES;
    int to = 0;
    for (int from = 0; from < last; from += GROUP_BYTES) {
      raiseBytes(array, to, spread(segment.get(JAVA_LONG_UNALIGNED, at + from)));
      to += 8;
    }
    raiseBytes(array, to, spread(lastGroup(segment, at)));
  }

  /** The last eight registers, read without what follows them. */
  private static long lastGroup(MemorySegment segment, long at) {
    return segment.get(JAVA_LONG_UNALIGNED, at + BYTES - 8) >>> 16;
  }

  private static void raiseBytes(MemorySegment array, long at, long values) {
    array.set(JAVA_LONG, at, RegisterArray.max(array.get(JAVA_LONG, at), values));
  }

  /** Counts the registers of each value. */
  static void count(MemorySegment memory, MemorySegment segment, long at) {
    int last = BYTES - GROUP_BYTES;
    for (int from = 0; from < last; from += GROUP_BYTES) {
      RegisterArray.countBytes(memory, spread(segment.get(JAVA_LONG_UNALIGNED, at + from)));
    }
    RegisterArray.countBytes(memory, spread(lastGroup(segment, at)));
  }

  /** Writes all registers from an array of bytes. */
  static void pack(MemorySegment array, long arrayAt, MemorySegment segment, long at) {
    for (int group = 0; group < HyperLogLog.REGISTERS / 8; group++) {
      long packed = gather(array.get(JAVA_LONG, arrayAt + (group << 3)));
      long to = at + (long) group * GROUP_BYTES;
      segment.set(JAVA_INT_UNALIGNED, to, (int) packed);
      segment.set(JAVA_SHORT_UNALIGNED, to + 4, (short) (packed >>> 32));
    }
  }

  /** Eight values of 6 bits as eight bytes; the highest 16 bits do not matter. */
  private static long spread(long bits) {
    long halves = bits & 0xFF_FFFFL | (bits & 0xFFFF_FF00_0000L) << 8;
    long quarters = halves & 0x0000_0FFF_0000_0FFFL | (halves & 0x00FF_F000_00FF_F000L) << 4;
    return quarters & 0x003F_003F_003F_003FL | (quarters & 0x0FC0_0FC0_0FC0_0FC0L) << 2;
  }

  /** The reverse of {@link #spread}. */
  private static long gather(long bytes) {
    long quarters = bytes & 0x003F_003F_003F_003FL | (bytes & 0x3F00_3F00_3F00_3F00L) >>> 2;
    long halves = quarters & 0x0000_0FFF_0000_0FFFL | (quarters & 0x0FFF_0000_0FFF_0000L) >>> 4;
    return halves & 0xFF_FFFFL | (halves & 0x00FF_FFFF_0000_0000L) >>> 8;
  }
}
