package io.jacinth.persistence.rdb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.protocol.Decimals;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A place in bytes of the RDB format, moving on as they are read: a payload in memory, or a file
 * that is mapped. Every read is checked against the end. Owned by one thread.
 *
 * <pre>
 *   00llllll                a length below 64
 *   01llllll llllllll       a length below 16,384
 *   10000000 4 bytes        a length, the highest byte first
 *   10000001 8 bytes        a length, the highest byte first
 *   110000ee                a string: an integer of 1, 2 or 4 bytes (e = 0, 1, 2), or compressed (3)
 * </pre>
 */
public final class RdbInput implements AutoCloseable {
  /** Lengths beyond what a value can have are damage. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - 64;

  private static final int INTEGER_8 = 0;
  private static final int INTEGER_16 = 1;
  private static final int INTEGER_32 = 2;
  private static final int COMPRESSED = 3;
  private static final int SCRATCHES = 2;

  private final MemorySegment bytes;
  private final long end;
  private long position;
  private boolean isEncoded;
  private final MemorySegment[] scratch = new MemorySegment[SCRATCHES];
  private final @Nullable Arena[] arenas = new Arena[SCRATCHES];

  public RdbInput(MemorySegment bytes, long start, long end) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
    Arrays.fill(scratch, MemorySegment.NULL);
  }

  public long position() {
    return position;
  }

  /** Bytes that are left. */
  public long left() {
    return end - position;
  }

  private long take(long count) {
    if (count < 0 || count > end - position) {
      throw new RdbException("the data ends too early, at byte " + position);
    }
    long at = position;
    position += count;
    return at;
  }

  public int unsignedByte() {
    return bytes.get(JAVA_BYTE, take(1)) & 0xFF;
  }

  /** A 64-bit integer, the lowest byte first. */
  public long int64() {
    return bytes.get(JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), take(8));
  }

  /** A 64-bit integer, the highest byte first. */
  public long bigEndian64() {
    return bytes.get(JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), take(8));
  }

  public double binaryDouble() {
    return bytes.get(JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), take(8));
  }

  /** A double as old files spell it: its length, or one of three special lengths, and digits. */
  public double textDouble() {
    int length = unsignedByte();
    switch (length) {
      case 255:
        return Double.NEGATIVE_INFINITY;
      case 254:
        return Double.POSITIVE_INFINITY;
      case 253:
        return Double.NaN;
      default:
        byte[] text = new byte[length];
        MemorySegment.copy(bytes, JAVA_BYTE, take(length), text, 0, length);
        return parse(new String(text, StandardCharsets.ISO_8859_1));
    }
  }

  private static double parse(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new RdbException("a score is no number: " + text);
    }
  }

  /** A length or a count. */
  public long length() {
    long length = lengthOrEncoding();
    if (isEncoded) {
      throw new RdbException("an encoding stands where a length belongs, before " + position);
    }
    return length;
  }

  /** A count of things that take at least a byte each. */
  public long count() {
    long count = length();
    if (count < 0 || count > left()) {
      throw new RdbException("a count is too large, before byte " + position);
    }
    return count;
  }

  private long lengthOrEncoding() {
    int first = unsignedByte();
    isEncoded = first >>> 6 == 3;
    if (isEncoded || first >>> 6 == 0) {
      return first & 0x3F;
    }
    if (first >>> 6 == 1) {
      return (first & 0x3FL) << 8 | unsignedByte();
    }
    if (first == 0x80) {
      return bytes.get(JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), take(4)) & 0xFFFFFFFFL;
    }
    if (first == 0x81) {
      return bigEndian64();
    }
    throw new RdbException("an unknown kind of length, " + first);
  }

  /**
   * A string. Where it lies as it is, the view is set over the input; else over a scratch, of which
   * there are two: the string is valid until the next but one.
   *
   * @param which the scratch, 0 or 1
   */
  public Slice string(Slice into, int which) {
    long length = lengthOrEncoding();
    if (!isEncoded) {
      if (length < 0 || length > MOST_BYTES) {
        throw new RdbException("a string is too long: " + length);
      }
      return into.set(bytes, take(length), (int) length);
    }
    return switch ((int) length) {
      case INTEGER_8 -> digits(into, (byte) unsignedByte(), which);
      case INTEGER_16 -> digits(into, (short) (unsignedByte() | unsignedByte() << 8), which);
      case INTEGER_32 ->
          digits(
              into,
              bytes.get(JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), take(4)),
              which);
      case COMPRESSED -> expanded(into, which);
      default -> throw new RdbException("an unknown encoding of a string, " + length);
    };
  }

  private Slice digits(Slice into, long value, int which) {
    MemorySegment room = room(which, Decimals.MAX_LENGTH + 8);
    return into.set(room, 0, Decimals.write(value, room, 0));
  }

  private Slice expanded(Slice into, int which) {
    long packed = length();
    long plain = length();
    if (packed > MOST_BYTES || plain > MOST_BYTES || plain > packed * 264) {
      throw new RdbException("a compressed string has impossible lengths");
    }
    long at = take(packed);
    MemorySegment room = room(which, plain + 8);
    Lzf.expand(bytes, at, (int) packed, room, (int) plain);
    return into.set(room, 0, (int) plain);
  }

  private MemorySegment room(int which, long needed) {
    if (scratch[which].byteSize() < needed) {
      Arena old = arenas[which];
      if (old != null) {
        old.close();
      }
      Arena arena = Arena.ofShared();
      arenas[which] = arena;
      scratch[which] = arena.allocate(Math.max(needed, 256), 8);
    }
    return scratch[which];
  }

  /** Gives the scratches back. */
  @Override
  public void close() {
    for (Arena arena : arenas) {
      if (arena != null) {
        arena.close();
      }
    }
  }
}
