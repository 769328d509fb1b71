package io.jacinth.persistence.rdb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import io.jacinth.engine.value.Element;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;

/**
 * Reads a zipmap, the packed hash of Redis before 2.6, as fields and values in turn. Every step is
 * checked against the end.
 *
 * <pre>
 *   1  number of pairs, where below 254
 *      pair*: length, field, length, number of unused bytes (1), value, unused bytes
 *   1  0xFF
 *
 *   a length is 1 byte, or 254 and 4 bytes
 * </pre>
 */
final class Zipmap implements ElementReader {
  private static final int END = 255;
  private static final int LONG = 254;

  private final MemorySegment bytes;
  private final long end;
  private long at;
  private boolean isValue;

  Zipmap(Slice blob) {
    this.bytes = blob.segment();
    this.at = blob.offset();
    this.end = blob.offset() + blob.length();
    take(1);
  }

  private long take(long count) {
    if (count < 0 || count > end - at) {
      throw new RdbException("a zipmap is broken");
    }
    long from = at;
    at += count;
    return from;
  }

  @Override
  public boolean next(Element into) {
    int first = bytes.get(JAVA_BYTE, take(1)) & 0xFF;
    if (first == END) {
      if (isValue || at != end) {
        throw new RdbException("a zipmap is broken");
      }
      return false;
    }
    long length = first == LONG ? bytes.get(JAVA_INT_UNALIGNED, take(4)) & 0xFFFFFFFFL : first;
    int unused = isValue ? bytes.get(JAVA_BYTE, take(1)) & 0xFF : 0;
    into.setBytes(bytes, take(length), (int) length);
    take(unused);
    isValue = !isValue;
    return true;
  }
}
