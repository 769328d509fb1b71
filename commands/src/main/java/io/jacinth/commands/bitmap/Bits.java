package io.jacinth.commands.bitmap;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Counting and finding bits, eight bytes at a time. Bit 0 is the highest bit of the first byte;
 * ranges of bits are inclusive and lie within the string.
 */
final class Bits {
  private static final ValueLayout.OfLong BIG_ENDIAN =
      JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private Bits() {}

  /** The bit at a position. */
  static int at(Slice bytes, long position) {
    return bytes.at((int) (position >>> 3)) >>> (7 - (position & 7)) & 1;
  }

  /** The number of ones from a bit to another. */
  static long count(Slice bytes, long from, long to) {
    int first = (int) (from >>> 3);
    int last = (int) (to >>> 3);
    int head = bytes.at(first) & headMask(from);
    if (first == last) {
      return Integer.bitCount(head & tailMask(to));
    }
    return Integer.bitCount(head)
        + count(bytes.segment(), bytes.offset() + first + 1, last - first - 1)
        + Integer.bitCount(bytes.at(last) & tailMask(to));
  }

  /** The bits of a byte from a position on. */
  private static int headMask(long from) {
    return 0xFF >>> (from & 7);
  }

  /** The bits of a byte up to a position. */
  private static int tailMask(long to) {
    return 0xFF << (7 - (to & 7)) & 0xFF;
  }

  /** The number of ones in so many bytes. */
  private static long count(MemorySegment segment, long at, int length) {
    long even = 0;
    long odd = 0;
    int i = 0;
    for (; i <= length - 32; i += 32) {
      even += Long.bitCount(segment.get(JAVA_LONG_UNALIGNED, at + i));
      odd += Long.bitCount(segment.get(JAVA_LONG_UNALIGNED, at + i + 8));
      even += Long.bitCount(segment.get(JAVA_LONG_UNALIGNED, at + i + 16));
      odd += Long.bitCount(segment.get(JAVA_LONG_UNALIGNED, at + i + 24));
    }
    for (; i <= length - 8; i += 8) {
      even += Long.bitCount(segment.get(JAVA_LONG_UNALIGNED, at + i));
    }
    for (; i < length; i++) {
      odd += Integer.bitCount(segment.get(ValueLayout.JAVA_BYTE, at + i) & 0xFF);
    }
    return even + odd;
  }

  /** The position of the first bit of a value from a bit to another, -1 where there is none. */
  static long first(int bit, Slice bytes, long from, long to) {
    int flip = bit == 1 ? 0 : 0xFF;
    int first = (int) (from >>> 3);
    int last = (int) (to >>> 3);
    int head = (bytes.at(first) ^ flip) & headMask(from);
    if (first == last) {
      return inByte(first, head & tailMask(to));
    }
    if (head != 0) {
      return inByte(first, head);
    }
    long found = first(bit, bytes, first + 1, last);
    return found >= 0 ? found : inByte(last, (bytes.at(last) ^ flip) & tailMask(to));
  }

  private static long inByte(int index, int bits) {
    return bits == 0 ? -1 : ((long) index << 3) + Integer.numberOfLeadingZeros(bits) - 24;
  }

  /** The position of the first bit of a value in the bytes from an index up to another, or -1. */
  private static long first(int bit, Slice bytes, int fromByte, int endByte) {
    MemorySegment segment = bytes.segment();
    long at = bytes.offset();
    long flip = bit == 1 ? 0 : -1;
    int i = afterSame(segment, at, flip, fromByte, endByte);
    for (; i <= endByte - 8; i += 8) {
      long word = segment.get(BIG_ENDIAN, at + i) ^ flip;
      if (word != 0) {
        return ((long) i << 3) + Long.numberOfLeadingZeros(word);
      }
    }
    for (; i < endByte; i++) {
      int rest = (bytes.at(i) ^ (int) flip) & 0xFF;
      if (rest != 0) {
        return inByte(i, rest);
      }
    }
    return -1;
  }

  /** The index, in steps of 32 bytes, from which on not all words are the same as a given one. */
  private static int afterSame(
      MemorySegment segment, long at, long same, int fromByte, int endByte) {
    int i = fromByte;
    for (; i <= endByte - 32; i += 32) {
      long first = segment.get(JAVA_LONG_UNALIGNED, at + i) ^ same;
      long second = segment.get(JAVA_LONG_UNALIGNED, at + i + 8) ^ same;
      long third = segment.get(JAVA_LONG_UNALIGNED, at + i + 16) ^ same;
      long fourth = segment.get(JAVA_LONG_UNALIGNED, at + i + 24) ^ same;
      if ((first | second | third | fourth) != 0) {
        return i;
      }
    }
    return i;
  }
}
