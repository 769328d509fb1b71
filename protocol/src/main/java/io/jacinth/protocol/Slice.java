package io.jacinth.protocol;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A run of bytes somewhere off-heap: an argument in a receive buffer, a value in a slab. It is a
 * movable view: it owns nothing, is valid only as long as its owner says, and is reused by calls of
 * {@link #set}. Segments are always native, never over Java arrays, so that the accessors stay
 * monomorphic.
 */
public final class Slice {
  /** No bytes. Never moved. */
  public static final Slice EMPTY = of("");

  private static final long LOW_SEVEN_BITS = 0x7F7F7F7F7F7F7F7FL;

  private MemorySegment segment;
  private long offset;
  private int length;

  public Slice() {
    this.segment = MemorySegment.NULL;
  }

  public Slice(MemorySegment segment, long offset, int length) {
    this.segment = segment;
    this.offset = offset;
    this.length = length;
  }

  /** A slice over memory of its own that the garbage collector gives back. Not for a hot path. */
  public static Slice of(byte[] bytes) {
    MemorySegment copy = Arena.ofAuto().allocate(bytes.length + 8L, 8);
    MemorySegment.copy(bytes, 0, copy, JAVA_BYTE, 0, bytes.length);
    return new Slice(copy, 0, bytes.length);
  }

  /** The UTF-8 bytes of a text, in memory of its own. Not for a hot path. */
  public static Slice of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes of a text that has a char a byte (ISO 8859-1), in memory of its own. */
  public static Slice ofLatin1(String text) {
    return of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public Slice set(MemorySegment newSegment, long newOffset, int newLength) {
    this.segment = newSegment;
    this.offset = newOffset;
    this.length = newLength;
    return this;
  }

  public Slice set(Slice other) {
    return set(other.segment, other.offset, other.length);
  }

  public MemorySegment segment() {
    return segment;
  }

  /** Byte offset of the first byte in {@link #segment()}. */
  public long offset() {
    return offset;
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /** The byte at an index from 0; the caller keeps within {@link #length()}. */
  public byte at(int index) {
    return segment.get(JAVA_BYTE, offset + index);
  }

  /** Eight bytes from an index, in native order; the caller keeps within {@link #length()}. */
  public long longAt(int index) {
    return segment.get(JAVA_LONG_UNALIGNED, offset + index);
  }

  /** Same bytes, same length. */
  public boolean contentEquals(Slice other) {
    return length == other.length
        && contentEquals(segment, offset, other.segment, other.offset, length);
  }

  /** Compares two runs of memory of equal length, eight bytes at a time. */
  public static boolean contentEquals(
      MemorySegment a, long aOffset, MemorySegment b, long bOffset, int length) {
    if (length > 64) {
      return MemorySegment.mismatch(a, aOffset, aOffset + length, b, bOffset, bOffset + length) < 0;
    }
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      if (a.get(JAVA_LONG_UNALIGNED, aOffset + i) != b.get(JAVA_LONG_UNALIGNED, bOffset + i)) {
        return false;
      }
    }
    if (i < length && length >= 8) {
      return a.get(JAVA_LONG_UNALIGNED, aOffset + length - 8)
          == b.get(JAVA_LONG_UNALIGNED, bOffset + length - 8);
    }
    for (; i < length; i++) {
      if (a.get(JAVA_BYTE, aOffset + i) != b.get(JAVA_BYTE, bOffset + i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the bytes spell an ASCII text exactly. */
  public boolean contentEquals(String ascii) {
    if (ascii.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (at(i) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the bytes spell an ASCII text, whose letters are given in upper case, in any case. */
  public boolean is(String upperCase) {
    return upperCase.length() == length && isFrom(upperCase, 0);
  }

  /**
   * Whether the bytes from one on spell the rest of a word. No loop, on purpose: where a command
   * compares each of its words with several options, C2 of JDK 25.0.3 has crashed on unrolling the
   * loops within the loop (IdealLoopTree::record_for_igvn), and the server with it.
   */
  private boolean isFrom(String upperCase, int index) {
    if (index == length) {
      return true;
    }
    int b = at(index);
    return (b >= 'a' && b <= 'z' ? b - 32 : b) == upperCase.charAt(index)
        && isFrom(upperCase, index + 1);
  }

  /** Lexicographic order of unsigned bytes, the shorter first on a tie, as {@code memcmp}. */
  public int compareTo(Slice other) {
    int common = Math.min(length, other.length);
    long at =
        MemorySegment.mismatch(
            segment, offset, offset + common, other.segment, other.offset, other.offset + common);
    if (at < 0) {
      return Integer.compare(length, other.length);
    }
    return Integer.compare(at((int) at) & 0xFF, other.at((int) at) & 0xFF);
  }

  /** Copies all bytes to a place that has room for them. */
  public void copyTo(MemorySegment target, long targetOffset) {
    copy(segment, offset, target, targetOffset, length);
  }

  /** {@code memmove}, with word moves for the short runs that keys and values mostly are. */
  public static void copy(
      MemorySegment source, long sourceOffset, MemorySegment target, long targetOffset, long n) {
    if (n >= 8 && n <= 32) {
      long first = source.get(JAVA_LONG_UNALIGNED, sourceOffset);
      long last = source.get(JAVA_LONG_UNALIGNED, sourceOffset + n - 8);
      if (n > 16) {
        long second = source.get(JAVA_LONG_UNALIGNED, sourceOffset + 8);
        long beforeLast = source.get(JAVA_LONG_UNALIGNED, sourceOffset + n - 16);
        target.set(JAVA_LONG_UNALIGNED, targetOffset + 8, second);
        target.set(JAVA_LONG_UNALIGNED, targetOffset + n - 16, beforeLast);
      }
      target.set(JAVA_LONG_UNALIGNED, targetOffset, first);
      target.set(JAVA_LONG_UNALIGNED, targetOffset + n - 8, last);
      return;
    }
    if (n > 32) {
      MemorySegment.copy(source, sourceOffset, target, targetOffset, n);
      return;
    }
    copyFew(source, sourceOffset, target, targetOffset, (int) n);
  }

  private static void copyFew(
      MemorySegment source, long sourceOffset, MemorySegment target, long targetOffset, int n) {
    long word = 0;
    for (int i = 0; i < n; i++) {
      word |= (source.get(JAVA_BYTE, sourceOffset + i) & 0xFFL) << (i << 3);
    }
    for (int i = 0; i < n; i++) {
      target.set(JAVA_BYTE, targetOffset + i, (byte) (word >>> (i << 3)));
    }
  }

  /**
   * The 64-bit signed integer that the bytes spell in canonical decimal form (no sign but a leading
   * minus, no leading zero, no space: the form Redis accepts), else the fallback.
   */
  public long integerOr(long fallback) {
    if (length == 0 || length > 20) {
      return fallback;
    }
    boolean negative = at(0) == '-';
    int i = negative ? 1 : 0;
    if (i == length) {
      return fallback;
    }
    int digit = at(i++) - '0';
    if (digit == 0) {
      return length == 1 ? 0 : fallback;
    }
    if (digit < 0 || digit > 9) {
      return fallback;
    }
    long value = -digit;
    for (; i < length; i++) {
      digit = at(i) - '0';
      if (digit < 0 || digit > 9 || value < (Long.MIN_VALUE + digit) / 10) {
        return fallback;
      }
      value = value * 10 - digit;
    }
    if (negative) {
      return value;
    }
    return value == Long.MIN_VALUE ? fallback : -value;
  }

  /** Whether {@link #integerOr} finds an integer. */
  public boolean isInteger() {
    return integerOr(0) != 0 || integerOr(1) != 1;
  }

  /** Whether every byte is ASCII. */
  public boolean isAscii() {
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      if ((longAt(i) & ~LOW_SEVEN_BITS) != 0) {
        return false;
      }
    }
    for (; i < length; i++) {
      if (at(i) < 0) {
        return false;
      }
    }
    return true;
  }

  public byte[] toBytes() {
    byte[] bytes = new byte[length];
    MemorySegment.copy(segment, JAVA_BYTE, offset, bytes, 0, length);
    return bytes;
  }

  /** The bytes as text, a char a byte (ISO 8859-1), so that nothing is lost. */
  @Override
  public String toString() {
    return new String(toBytes(), StandardCharsets.ISO_8859_1);
  }

  /** Identity: a view that moves can be no map key; compare with {@link #contentEquals}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
