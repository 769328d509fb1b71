package io.jacinth.persistence.rdb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/**
 * Finds out where a value in memory ends, without looking into it: what it takes to hand values
 * from the thread that reads a file to those that make keys of them. Owned by one thread.
 */
public final class RecordSpan {
  private static final int ENCODED = 3;
  private static final int COMPRESSED = 3;
  private static final int NEGATIVE_INFINITY = 255;
  private static final int NOT_A_NUMBER = 253;
  private static final int ID_BYTES = 16;
  private static final int INT_BYTES = 4;

  private MemorySegment bytes = MemorySegment.NULL;
  private long at;
  private long end;

  /** What remains of the value lies beyond the end. */
  private static final class Beyond extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Beyond END = new Beyond();

    private Beyond() {
      super("beyond the end", null, false, false);
    }
  }

  /**
   * How many bytes the value of a type takes that begins at a place; -1 where it does not end
   * before the end.
   *
   * @throws RdbException where the type is unknown or a length makes no sense
   */
  public long of(int type, MemorySegment newBytes, long start, long newEnd) {
    bytes = newBytes;
    at = start;
    end = newEnd;
    try {
      skip(type);
      return at - start;
    } catch (Beyond notAllThere) {
      return -1;
    }
  }

  private void skip(int type) {
    switch (type) {
      case RdbType.STRING,
          RdbType.HASH_ZIPMAP,
          RdbType.HASH_ZIPLIST,
          RdbType.HASH_LISTPACK,
          RdbType.LIST_ZIPLIST,
          RdbType.SET_LISTPACK,
          RdbType.ZSET_ZIPLIST,
          RdbType.ZSET_LISTPACK,
          RdbType.SET_INTSET,
          RdbType.HASH_LISTPACK_EX_EARLY ->
          string();
      case RdbType.HASH_LISTPACK_EX -> {
        take(Long.BYTES);
        string();
      }
      case RdbType.LIST, RdbType.SET, RdbType.LIST_QUICKLIST -> strings(length());
      case RdbType.HASH -> pairs();
      case RdbType.ZSET, RdbType.ZSET_2 -> scored(type == RdbType.ZSET_2);
      case RdbType.LIST_QUICKLIST_2 -> nodes();
      case RdbType.HASH_METADATA -> {
        take(Long.BYTES);
        expiringPairs();
      }
      case RdbType.HASH_METADATA_EARLY -> expiringPairs();
      case RdbType.STREAM_LISTPACKS, RdbType.STREAM_LISTPACKS_2, RdbType.STREAM_LISTPACKS_3 ->
          stream(type);
      default -> throw new RdbException("values of type " + type + " are not known");
    }
  }

  private long take(long count) {
    if (count < 0 || count > end - at) {
      throw Beyond.END;
    }
    long taken = at;
    at += count;
    return taken;
  }

  private int unsignedByte() {
    return bytes.get(JAVA_BYTE, take(1)) & 0xFF;
  }

  private long length() {
    int first = unsignedByte();
    return switch (first >>> 6) {
      case 0 -> first;
      case 1 -> (first & 0x3FL) << 8 | unsignedByte();
      case ENCODED -> throw new RdbException("an encoding stands where a length belongs");
      default -> longLength(first);
    };
  }

  private long longLength(int first) {
    if (first == 0x80) {
      return bytes.get(JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), take(4)) & 0xFFFFFFFFL;
    }
    if (first == 0x81) {
      return bytes.get(JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), take(8));
    }
    throw new RdbException("an unknown kind of length, " + first);
  }

  private void string() {
    if (at < end && (bytes.get(JAVA_BYTE, at) & 0xFF) >>> 6 == ENCODED) {
      int encoding = unsignedByte() & 0x3F;
      if (encoding == COMPRESSED) {
        long packed = length();
        length();
        take(packed);
      } else if (encoding > COMPRESSED) {
        throw new RdbException("an unknown encoding of a string, " + encoding);
      } else {
        take(1L << encoding);
      }
    } else {
      take(length());
    }
  }

  private void strings(long count) {
    for (long i = 0; i < count; i++) {
      string();
    }
  }

  private void pairs() {
    long count = length();
    for (long i = 0; i < count; i++) {
      string();
      string();
    }
  }

  private void scored(boolean isBinary) {
    long count = length();
    for (long i = 0; i < count; i++) {
      string();
      if (isBinary) {
        take(Double.BYTES);
      } else {
        int digits = unsignedByte();
        take(digits >= NOT_A_NUMBER && digits <= NEGATIVE_INFINITY ? 0 : digits);
      }
    }
  }

  private void nodes() {
    long count = length();
    for (long i = 0; i < count; i++) {
      length();
      string();
    }
  }

  private void expiringPairs() {
    long count = length();
    for (long i = 0; i < count; i++) {
      length();
      string();
      string();
    }
  }

  // ---------------------------------------------------------------- streams

  private void stream(int type) {
    pairs();
    int facts = type == RdbType.STREAM_LISTPACKS ? 3 : 8;
    for (int i = 0; i < facts; i++) {
      length();
    }
    long groups = length();
    for (long i = 0; i < groups; i++) {
      string();
      length();
      length();
      if (type != RdbType.STREAM_LISTPACKS) {
        length();
      }
      pending();
      consumers(type);
    }
  }

  private void pending() {
    long count = length();
    for (long i = 0; i < count; i++) {
      take(ID_BYTES + Long.BYTES);
      length();
    }
  }

  private void consumers(int type) {
    long count = length();
    for (long i = 0; i < count; i++) {
      string();
      take(type == RdbType.STREAM_LISTPACKS_3 ? 2L * Long.BYTES : Long.BYTES);
      long owned = length();
      take(owned > (end - at) / INT_BYTES ? end : owned * ID_BYTES);
    }
  }
}
