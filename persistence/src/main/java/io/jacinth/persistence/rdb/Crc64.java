package io.jacinth.persistence.rdb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * The checksum of RDB files: CRC-64 with Jones's polynomial, reflected, no initial value and no
 * final one; eight bytes at a time by tables (slicing-by-8, Kounavis and Berry 2005). No state.
 */
public final class Crc64 {
  private static final long POLYNOMIAL = 0x95AC9329AC4BC9B5L;
  private static final long[][] TABLES = tables();

  private Crc64() {}

  private static long[][] tables() {
    long[][] tables = new long[8][256];
    for (int i = 0; i < 256; i++) {
      long crc = i;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ POLYNOMIAL;
      }
      tables[0][i] = crc;
    }
    for (int i = 0; i < 256; i++) {
      for (int table = 1; table < 8; table++) {
        long before = tables[table - 1][i];
        tables[table][i] = tables[0][(int) before & 0xFF] ^ before >>> 8;
      }
    }
    return tables;
  }

  /** The checksum of what came before, 0 at the beginning, followed by these bytes. */
  public static long update(long before, MemorySegment bytes, long offset, long length) {
    long crc = before;
    long end = offset + length;
    long at = offset;
    for (; at + 8 <= end; at += 8) {
      crc ^= bytes.get(JAVA_LONG_UNALIGNED, at);
      crc =
          TABLES[7][(int) crc & 0xFF]
              ^ TABLES[6][(int) (crc >>> 8) & 0xFF]
              ^ TABLES[5][(int) (crc >>> 16) & 0xFF]
              ^ TABLES[4][(int) (crc >>> 24) & 0xFF]
              ^ TABLES[3][(int) (crc >>> 32) & 0xFF]
              ^ TABLES[2][(int) (crc >>> 40) & 0xFF]
              ^ TABLES[1][(int) (crc >>> 48) & 0xFF]
              ^ TABLES[0][(int) (crc >>> 56)];
    }
    for (; at < end; at++) {
      crc = TABLES[0][(int) (crc ^ bytes.get(JAVA_BYTE, at)) & 0xFF] ^ crc >>> 8;
    }
    return crc;
  }
}
