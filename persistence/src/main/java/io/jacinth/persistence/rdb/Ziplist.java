package io.jacinth.persistence.rdb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import io.jacinth.engine.value.Element;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;

/**
 * Reads a ziplist, the packed list of Redis before 7.0. Every step is checked against the end.
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

  private final MemorySegment bytes;
  private final long end;
  private long at;

  Ziplist(Slice blob) {
    this.bytes = blob.segment();
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
    int first = bytes.get(JAVA_BYTE, take(1)) & 0xFF;
    if (first == END) {
      if (at != end) {
        throw broken();
      }
      return false;
    }
    if (first == LONG_PREVIOUS) {
      take(4);
    }
    content(bytes.get(JAVA_BYTE, take(1)) & 0xFF, into);
    return true;
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
