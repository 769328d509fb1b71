package io.jacinth.persistence.rdb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import io.jacinth.engine.value.Element;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;

/**
 * Reads a ziplist, the packed list of Redis before 7.0. Every step is checked against the end, and
 * what is said twice, such as the length of an entry, against itself, as in Redis.
 *
 * <pre>
 *   4  bytes in all; 4  offset of the last entry; 2  number of entries
 *      entry*: length of the previous one (1 byte, or 254 and 4 bytes), encoding, content
 *   1  0xFF
 *
 *   00llllll, 01llllll llllllll, 10______ and 4 bytes   strings; lengths with the highest byte first
 *   C0, D0, E0, F0, FE                                  integers of 2, 4, 8, 3 and 1 bytes
 *   1111xxxx                                            the integer x - 1, x from 1 to 13
 * </pre>
 */
final class Ziplist implements ElementReader {
  private static final int HEADER_BYTES = 10;
  private static final int END = 0xFF;
  private static final int LONG_PREVIOUS = 254;
  private static final int TAIL_OFFSET = 4;
  private static final int COUNT_OFFSET = 8;

  /** The number of entries is not said: there are as many, or more. */
  private static final int UNCOUNTED = 0xFFFF;

  private final MemorySegment bytes;
  private final long start;
  private final long end;
  private long at;

  /** Where the last entry begins that was read, and how long it is. */
  private long lastAt = -1;

  private long lastBytes;
  private int read;

  Ziplist(Slice blob) {
    this.bytes = blob.segment();
    this.start = blob.offset();
    this.end = blob.offset() + blob.length();
    this.at = blob.offset() + HEADER_BYTES;
    if (blob.length() <= HEADER_BYTES
        || (bytes.get(JAVA_INT_UNALIGNED, blob.offset()) & 0xFFFFFFFFL) != blob.length()) {
      throw broken();
    }
  }

  private static RdbException broken() {
    return new RdbException("a ziplist is broken");
  }

  private long take(long count) {
    if (count < 0 || count > end - at) {
      throw broken();
    }
    long from = at;
    at += count;
    return from;
  }

  @Override
  public boolean next(Element into) {
    long entryAt = at;
    int first = bytes.get(JAVA_BYTE, take(1)) & 0xFF;
    if (first == END) {
      checkEnd();
      return false;
    }
    long previous =
        first == LONG_PREVIOUS ? bytes.get(JAVA_INT_UNALIGNED, take(4)) & 0xFFFFFFFFL : first;
    if (previous != lastBytes) {
      throw broken();
    }
    content(bytes.get(JAVA_BYTE, take(1)) & 0xFF, into);
    lastAt = entryAt;
    lastBytes = at - entryAt;
    read++;
    return true;
  }

  private void checkEnd() {
    long tail = bytes.get(JAVA_INT_UNALIGNED, start + TAIL_OFFSET) & 0xFFFFFFFFL;
    int count = bytes.get(JAVA_SHORT_UNALIGNED, start + COUNT_OFFSET) & 0xFFFF;
    if (at != end
        || (lastAt >= 0 && start + tail != lastAt)
        || (count != UNCOUNTED && count != read)) {
      throw broken();
    }
  }

  private void content(int encoding, Element into) {
    switch (encoding >>> 6) {
      case 0 -> string(encoding & 0x3F, into);
      case 1 -> string((encoding & 0x3F) << 8 | bytes.get(JAVA_BYTE, take(1)) & 0xFF, into);
      case 2 ->
          string(Integer.reverseBytes(bytes.get(JAVA_INT_UNALIGNED, take(4))) & 0xFFFFFFFFL, into);
      default -> into.set(integer(encoding));
    }
  }

  private void string(long length, Element into) {
    into.setBytes(bytes, take(length), (int) length);
  }

  private long integer(int encoding) {
    return switch (encoding) {
      case 0xC0 -> bytes.get(JAVA_SHORT_UNALIGNED, take(2));
      case 0xD0 -> bytes.get(JAVA_INT_UNALIGNED, take(4));
      case 0xE0 -> bytes.get(JAVA_LONG_UNALIGNED, take(8));
      case 0xF0 -> bytes.get(JAVA_INT_UNALIGNED, take(3) - 1) >> 8;
      case 0xFE -> bytes.get(JAVA_BYTE, take(1));
      default -> {
        if (encoding <= 0xF0 || encoding > 0xFD) {
          throw broken();
        }
        yield (encoding & 0x0F) - 1;
      }
    };
  }
}
