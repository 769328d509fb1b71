package io.jacinth.commands.bitmap;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * Loops that take bytes of one run of memory into another, a word at a time. They are apart so that
 * each is compiled to as tight a loop as it can be.
 */
final class BitFold {
  private BitFold() {}

  static void and(MemorySegment target, MemorySegment source, long at, int length) {
    int i = 0;
    for (; i <= length - 8; i += 8) {
      long word = target.get(JAVA_LONG_UNALIGNED, i) & source.get(JAVA_LONG_UNALIGNED, at + i);
      target.set(JAVA_LONG_UNALIGNED, i, word);
    }
    for (; i < length; i++) {
      target.set(JAVA_BYTE, i, (byte) (target.get(JAVA_BYTE, i) & source.get(JAVA_BYTE, at + i)));
    }
  }

  static void or(MemorySegment target, MemorySegment source, long at, int length) {
    int i = 0;
    for (; i <= length - 8; i += 8) {
      long word = target.get(JAVA_LONG_UNALIGNED, i) | source.get(JAVA_LONG_UNALIGNED, at + i);
      target.set(JAVA_LONG_UNALIGNED, i, word);
    }
    for (; i < length; i++) {
      target.set(JAVA_BYTE, i, (byte) (target.get(JAVA_BYTE, i) | source.get(JAVA_BYTE, at + i)));
    }
  }

  static void xor(MemorySegment target, MemorySegment source, long at, int length) {
    int i = 0;
    for (; i <= length - 8; i += 8) {
      long word = target.get(JAVA_LONG_UNALIGNED, i) ^ source.get(JAVA_LONG_UNALIGNED, at + i);
      target.set(JAVA_LONG_UNALIGNED, i, word);
    }
    for (; i < length; i++) {
      target.set(JAVA_BYTE, i, (byte) (target.get(JAVA_BYTE, i) ^ source.get(JAVA_BYTE, at + i)));
    }
  }

  /** Clears the bits that are ones in the source. */
  static void andNot(MemorySegment target, MemorySegment source, long at, int length) {
    int i = 0;
    for (; i <= length - 8; i += 8) {
      long word = target.get(JAVA_LONG_UNALIGNED, i) & ~source.get(JAVA_LONG_UNALIGNED, at + i);
      target.set(JAVA_LONG_UNALIGNED, i, word);
    }
    for (; i < length; i++) {
      target.set(JAVA_BYTE, i, (byte) (target.get(JAVA_BYTE, i) & ~source.get(JAVA_BYTE, at + i)));
    }
  }

  /** Adds to {@code twice} the bits that are ones in both of the others. */
  static void both(
      MemorySegment twice, MemorySegment once, MemorySegment source, long at, int length) {
    int i = 0;
    for (; i <= length - 8; i += 8) {
      long word = once.get(JAVA_LONG_UNALIGNED, i) & source.get(JAVA_LONG_UNALIGNED, at + i);
      twice.set(JAVA_LONG_UNALIGNED, i, twice.get(JAVA_LONG_UNALIGNED, i) | word);
    }
    for (; i < length; i++) {
      int bits = once.get(JAVA_BYTE, i) & source.get(JAVA_BYTE, at + i);
      twice.set(JAVA_BYTE, i, (byte) (twice.get(JAVA_BYTE, i) | bits));
    }
  }

  static void not(MemorySegment target, int length) {
    int i = 0;
    for (; i <= length - 8; i += 8) {
      target.set(JAVA_LONG_UNALIGNED, i, ~target.get(JAVA_LONG_UNALIGNED, i));
    }
    for (; i < length; i++) {
      target.set(JAVA_BYTE, i, (byte) ~target.get(JAVA_BYTE, i));
    }
  }
}
