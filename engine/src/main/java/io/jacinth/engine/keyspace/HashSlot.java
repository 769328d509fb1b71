package io.jacinth.engine.keyspace;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;

/**
 * The hash slot of a key, 0 to 16383: CRC16 (XMODEM: polynomial 0x1021, no reflection) of the key's
 * hash tag, or of the whole key where there is none. A hash tag is what stands between the first
 * <code>{</code> and the first <code>}</code> after it, if that is not empty (Redis Cluster
 * specification, "Keys distribution model").
 */
public final class HashSlot {
  public static final int COUNT = 16384;

  /** Tables of slicing-by-8 (Kounavis and Berry 2005), one after another. */
  private static final char[] TABLES = tables();

  private HashSlot() {}

  private static char[] tables() {
    char[] tables = new char[8 * 256];
    for (int b = 0; b < 256; b++) {
      int crc = b << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
      }
      tables[b] = (char) crc;
    }
    for (int i = 256; i < tables.length; i++) {
      int previous = tables[i - 256];
      tables[i] = (char) (previous << 8 ^ tables[previous >>> 8]);
    }
    return tables;
  }

  public static int of(Slice key) {
    MemorySegment segment = key.segment();
    long start = key.offset();
    long end = start + key.length();
    long open = indexOf(segment, start, end, (byte) '{');
    if (open < end) {
      long close = indexOf(segment, open + 1, end, (byte) '}');
      if (close < end && close > open + 1) {
        start = open + 1;
        end = close;
      }
    }
    return crc16(segment, start, end) & (COUNT - 1);
  }

  private static long indexOf(MemorySegment segment, long from, long to, byte wanted) {
    long i = from;
    while (i < to && segment.get(JAVA_BYTE, i) != wanted) {
      i++;
    }
    return i;
  }

  static int crc16(MemorySegment segment, long start, long end) {
    int crc = 0;
    long i = start;
    for (; i + 8 <= end; i += 8) {
      crc =
          TABLES[7 * 256 + (segment.get(JAVA_BYTE, i) & 0xFF ^ crc >>> 8)]
              ^ TABLES[6 * 256 + (segment.get(JAVA_BYTE, i + 1) & 0xFF ^ crc & 0xFF)]
              ^ TABLES[5 * 256 + (segment.get(JAVA_BYTE, i + 2) & 0xFF)]
              ^ TABLES[4 * 256 + (segment.get(JAVA_BYTE, i + 3) & 0xFF)]
              ^ TABLES[3 * 256 + (segment.get(JAVA_BYTE, i + 4) & 0xFF)]
              ^ TABLES[2 * 256 + (segment.get(JAVA_BYTE, i + 5) & 0xFF)]
              ^ TABLES[256 + (segment.get(JAVA_BYTE, i + 6) & 0xFF)]
              ^ TABLES[segment.get(JAVA_BYTE, i + 7) & 0xFF];
    }
    for (; i < end; i++) {
      crc = (crc << 8 & 0xFFFF) ^ TABLES[crc >>> 8 ^ segment.get(JAVA_BYTE, i) & 0xFF];
    }
    return crc;
  }
}
