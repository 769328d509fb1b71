package io.jacinth.engine.value;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * A sorted array of distinct integers in the form that RDB files hold (Redis's intset),
 * little-endian. All integers take as many bytes as the widest needs. No state.
 *
 * <pre>
 *   4  bytes an integer: 2, 4 or 8
 *   4  number of integers
 *      the integers, ascending
 * </pre>
 */
public final class Intset {
  public static final int HEADER_BYTES = 8;

  private Intset() {}

  /** Bytes of the whole set. */
  public static int bytes(MemorySegment segment, long offset) {
    return HEADER_BYTES + width(segment, offset) * count(segment, offset);
  }

  /** Bytes of an integer in the set. */
  public static int width(MemorySegment segment, long offset) {
    return segment.get(JAVA_INT_UNALIGNED, offset);
  }

  public static int count(MemorySegment segment, long offset) {
    return segment.get(JAVA_INT_UNALIGNED, offset + 4);
  }

  /** Writes the header. */
  public static void header(MemorySegment segment, long offset, int width, int count) {
    segment.set(JAVA_INT_UNALIGNED, offset, width);
    segment.set(JAVA_INT_UNALIGNED, offset + 4, count);
  }

  /** The bytes that an integer needs. */
  public static int widthOf(long value) {
    return value == (short) value ? 2 : value == (int) value ? 4 : 8;
  }

  /** The integer at an index, in a set of a width. */
  public static long get(MemorySegment segment, long offset, int width, int index) {
    long at = offset + HEADER_BYTES + (long) width * index;
    return switch (width) {
      case 2 -> segment.get(JAVA_SHORT_UNALIGNED, at);
      case 4 -> segment.get(JAVA_INT_UNALIGNED, at);
      default -> segment.get(JAVA_LONG_UNALIGNED, at);
    };
  }

  /** Writes the integer at an index, in a set of a width. */
  public static void set(MemorySegment segment, long offset, int width, int index, long value) {
    long at = offset + HEADER_BYTES + (long) width * index;
    switch (width) {
      case 2 -> segment.set(JAVA_SHORT_UNALIGNED, at, (short) value);
      case 4 -> segment.set(JAVA_INT_UNALIGNED, at, (int) value);
      default -> segment.set(JAVA_LONG_UNALIGNED, at, value);
    }
  }

  /** The index of an integer; where it is not there, the complement of where it belongs. */
  public static int search(MemorySegment segment, long offset, long value) {
    int width = width(segment, offset);
    int low = 0;
    int high = count(segment, offset) - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      long found = get(segment, offset, width, middle);
      if (found == value) {
        return middle;
      }
      if (found < value) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return ~low;
  }
}
