package io.jacinth.persistence.rdb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.protocol.Decimals;
import io.jacinth.protocol.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in bytes of the RDB format, moving on as they are read: a payload in memory, or what a
 * channel brings, through a buffer. Every read is checked against the end. Owned by one thread.
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

  /** The scratch for a key, which stays as it is while its value is read. */
  static final int KEY = 2;

  private static final int EXPANDED = 3;
  private static final int SCRATCHES = 4;

  private static final long BUFFER_BYTES = 4L << 20;

  private final @Nullable ReadableByteChannel channel;
  private final @Nullable Arena bufferArena;
  private MemorySegment bytes;
  private long end;
  private long position;

  /** What the channel had brought before the first byte of the buffer. */
  private long base;

  /** How many bytes there are in all, as far as is known. */
  private final long total;

  private boolean isAtEnd;

  /** The checksum of all before {@link #summedTo}. */
  private long checksum;

  private long summedTo;
  private boolean isEncoded;
  private final MemorySegment[] scratch = new MemorySegment[SCRATCHES];
  private final @Nullable Arena[] arenas = new Arena[SCRATCHES];

  /** Bytes in memory. */
  public RdbInput(MemorySegment bytes, long start, long end) {
    channel = null;
    bufferArena = null;
    total = Long.MAX_VALUE;
    set(bytes, start, end);
    Arrays.fill(scratch, MemorySegment.NULL);
  }

  /**
   * The bytes that a channel brings, which stays open.
   *
   * @param total how many those will be at most, so that damage asks for no more memory
   */
  public RdbInput(ReadableByteChannel channel, long total) {
    this.channel = channel;
    this.total = total;
    bufferArena = Arena.ofShared();
    bytes = bufferArena.allocate(BUFFER_BYTES, 8);
    Arrays.fill(scratch, MemorySegment.NULL);
  }

  /** Goes on with other bytes in memory. */
  public RdbInput set(MemorySegment newBytes, long start, long newEnd) {
    bytes = newBytes;
    position = start;
    end = newEnd;
    return this;
  }

  /** How many bytes were read; where the bytes are in memory, the place among them. */
  public long position() {
    return base + position;
  }

  /** Bytes that are left; of a channel, those that it has brought. */
  public long left() {
    return end - position;
  }

  /** The bytes that {@link #bufferedAt} and {@link #left} tell of. */
  public MemorySegment buffered() {
    return bytes;
  }

  /** Where the next byte lies in {@link #buffered}. */
  public long bufferedAt() {
    return position;
  }

  /** Goes on behind so many of the bytes that are left. */
  public void skip(long count) {
    take(count);
  }

  private long take(long count) {
    if (count < 0 || count > end - position && !fill(count)) {
      throw tooEarly();
    }
    long at = position;
    position += count;
    return at;
  }

  private RdbException tooEarly() {
    return new RdbEndException(base + end);
  }

  /**
   * Has the channel bring bytes until so many are left, no more than a buffer holds; false where
   * there are not that many.
   */
  public boolean fill(long count) {
    if (channel == null || count > BUFFER_BYTES) {
      return false;
    }
    if (isAtEnd || count <= end - position) {
      return count <= end - position;
    }
    sum();
    MemorySegment.copy(bytes, position, bytes, 0, end - position);
    base += position;
    end -= position;
    summedTo -= position;
    position = 0;
    while (end < BUFFER_BYTES && !isAtEnd) {
      long brought = read(bytes, end, BUFFER_BYTES - end);
      isAtEnd = brought < 0;
      end += Math.max(brought, 0);
    }
    return count <= end;
  }

  private long read(MemorySegment into, long at, long most) {
    try {
      return Objects.requireNonNull(channel)
          .read(into.asSlice(at, Math.min(most, 1 << 30)).asByteBuffer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sum() {
    if (channel != null) {
      checksum = Crc64.update(checksum, bytes, summedTo, position - summedTo);
      summedTo = position;
    }
  }

  /** The {@link Crc64} of all bytes of the channel that have been read. */
  public long checksum() {
    sum();
    return checksum;
  }

  /** Where so many bytes lie that may be more than a buffer holds; answers what they lie in. */
  private MemorySegment takeMany(long count, int which) {
    if (count > total - position()) {
      throw tooEarly();
    }
    MemorySegment room = room(which, count);
    long have = Math.min(end - position, count);
    MemorySegment.copy(bytes, position, room, 0, have);
    position += have;
    sum();
    while (have < count) {
      long brought = read(room, have, count - have);
      if (brought < 0) {
        throw new RdbEndException(base + position);
      }
      checksum = Crc64.update(checksum, room, have, brought);
      base += brought;
      have += brought;
    }
    return room;
  }

  public int unsignedByte() {
    return bytes.get(JAVA_BYTE, take(1)) & 0xFF;
  }

  /** A 32-bit integer, the lowest byte first. */
  public int int32() {
    return bytes.get(JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), take(4));
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
      throw new RdbException(
          "an encoding stands where a length belongs, before byte " + position());
    }
    return length;
  }

  /** A count of things that take at least a byte each. */
  public long count() {
    long count = length();
    if (count < 0 || count > (channel == null ? left() : total - position())) {
      throw new RdbException("a count is too large, before byte " + position());
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
   * A string. Where it lies in memory as it is, the view is set over the input; else over a
   * scratch, of which there are two: the string is valid until the next but one.
   *
   * @param which the scratch, 0 or 1
   */
  public Slice string(Slice into, int which) {
    long length = lengthOrEncoding();
    if (!isEncoded) {
      if (length < 0 || length > MOST_BYTES) {
        throw new RdbException("a string is too long: " + length);
      }
      return channel == null
          ? into.set(bytes, take(length), (int) length)
          : brought(into, (int) length, which);
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

  private Slice brought(Slice into, int length, int which) {
    if (length > BUFFER_BYTES) {
      return into.set(takeMany(length, which), 0, length);
    }
    long at = take(length);
    MemorySegment room = room(which, length + 8L);
    MemorySegment.copy(bytes, at, room, 0, length);
    return into.set(room, 0, length);
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
    if (channel != null && packed > total - position()) {
      throw tooEarly();
    }
    if (channel != null && packed > BUFFER_BYTES) {
      MemorySegment source = takeMany(packed, EXPANDED);
      MemorySegment room = room(which, plain + 8);
      Lzf.expand(source, 0, (int) packed, room, (int) plain);
      return into.set(room, 0, (int) plain);
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

  /** Gives the scratches and the buffer back. */
  @Override
  public void close() {
    if (bufferArena != null) {
      bufferArena.close();
    }
    for (Arena arena : arenas) {
      if (arena != null) {
        arena.close();
      }
    }
  }
}
