package io.jacinth.commands.bitmap;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.engine.error.CommandException;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * An integer of so many bits in a string, highest bit first, at any position: {@code i1} to {@code
 * i64} in two's complement, {@code u1} to {@code u63}. There is one object a type.
 */
record FieldType(boolean isSigned, int bits) {
  private static final CommandException NO_TYPE =
      new CommandException(
          "ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but"
              + " i64 is.");
  private static final int MOST_BITS = 64;
  private static final FieldType[] SIGNED = all(true);
  private static final FieldType[] UNSIGNED = all(false);
  private static final ValueLayout.OfLong BIG_ENDIAN =
      JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private static FieldType[] all(boolean isSigned) {
    FieldType[] types = new FieldType[MOST_BITS + 1];
    for (int bits = 1; bits <= MOST_BITS; bits++) {
      types[bits] = new FieldType(isSigned, bits);
    }
    return types;
  }

  /** The type that an argument names; it is used up. */
  static FieldType of(Slice argument) {
    if (argument.length() < 2) {
      throw NO_TYPE;
    }
    byte sign = argument.at(0);
    argument.set(argument.segment(), argument.offset() + 1, argument.length() - 1);
    long bits = argument.integerOr(0);
    if (sign == 'i' && bits >= 1 && bits <= MOST_BITS) {
      return SIGNED[(int) bits];
    }
    if (sign == 'u' && bits >= 1 && bits < MOST_BITS) {
      return UNSIGNED[(int) bits];
    }
    throw NO_TYPE;
  }

  // ---------------------------------------------------------------- arithmetic

  /**
   * Whether a value and an increment have a sum beyond the type's range: 1 above it, -1 below it, 0
   * within. The sums that this needs wrap around as Redis's do, so a value far below the range may
   * count as above it.
   */
  int overflow(long value, long increment) {
    return isSigned ? signedOverflow(value, increment) : unsignedOverflow(value, increment);
  }

  private int signedOverflow(long value, long increment) {
    long roomAbove = most() - value;
    long roomBelow = least() - value;
    boolean isNarrow = bits < MOST_BITS;
    if (value > most() || (isNarrow || value >= 0 && increment > 0) && increment > roomAbove) {
      return 1;
    }
    return value < least() || (isNarrow || value < 0 && increment < 0) && increment < roomBelow
        ? -1
        : 0;
  }

  private int unsignedOverflow(long value, long increment) {
    if (Long.compareUnsigned(value, most()) > 0 || increment > 0 && increment > most() - value) {
      return 1;
    }
    return increment < 0 && increment < -value ? -1 : 0;
  }

  long most() {
    return (1L << (isSigned ? bits - 1 : bits)) - 1;
  }

  long least() {
    return isSigned ? -most() - 1 : 0;
  }

  /** The value of the type that has the same lowest bits. */
  long wrap(long value) {
    int unused = MOST_BITS - bits;
    return isSigned ? value << unused >> unused : value << unused >>> unused;
  }

  // ---------------------------------------------------------------- memory

  /** The value at a position; what lies beyond the string is zero. */
  long read(Slice bytes, long position) {
    int index = (int) (position >>> 3);
    int skipped = (int) (position & 7);
    long word = wordAt(bytes, index) << skipped;
    if (skipped + bits > MOST_BITS && index + 8 < bytes.length()) {
      word |= (bytes.at(index + 8) & 0xFFL) >>> (8 - skipped);
    }
    return isSigned ? word >> (MOST_BITS - bits) : word >>> (MOST_BITS - bits);
  }

  private static long wordAt(Slice bytes, int index) {
    int length = bytes.length();
    if (index <= length - 8) {
      return bytes.segment().get(BIG_ENDIAN, bytes.offset() + index);
    }
    long word = 0;
    for (int i = index; i < length; i++) {
      word |= (bytes.at(i) & 0xFFL) << (56 - ((i - index) << 3));
    }
    return word;
  }

  /** Writes the lowest bits of a value at a position, which lies within the string. */
  void write(Slice bytes, long position, long value) {
    MemorySegment segment = bytes.segment();
    long rest = value;
    long end = position + bits;
    while (end > position) {
      long at = bytes.offset() + (end - 1 >>> 3);
      int used = (int) (end - 1 & 7) + 1;
      int taken = (int) Math.min(used, end - position);
      int mask = 0xFF >>> (8 - taken) << (8 - used);
      int others = segment.get(JAVA_BYTE, at) & ~mask;
      segment.set(JAVA_BYTE, at, (byte) (others | (int) rest << (8 - used) & mask));
      rest >>>= taken;
      end -= taken;
    }
  }
}
