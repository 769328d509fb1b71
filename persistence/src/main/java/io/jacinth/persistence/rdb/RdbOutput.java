package io.jacinth.persistence.rdb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import io.jacinth.protocol.Decimals;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in the RDB format, gathered off-heap. Owned by one thread; {@link RdbInput} has the forms.
 */
public final class RdbOutput implements AutoCloseable {
  /** Strings up to this length may be written as integers. */
  private static final int LONGEST_INTEGER = 11;

  /** Strings up to this length are not worth compressing. */
  private static final int SHORT = 20;

  private static final int ENCODED = 0xC0;

  private final boolean compresses;
  private @Nullable Lzf lzf;
  private final Slice view = new Slice();
  private Arena arena = Arena.ofShared();
  private MemorySegment bytes;
  private MemorySegment scratch = MemorySegment.NULL;
  private @Nullable Arena scratchArena;
  private long used;

  /**
   * @param compresses {@code rdbcompression}
   */
  public RdbOutput(boolean compresses) {
    this(compresses, 1024);
  }

  /**
   * @param compresses {@code rdbcompression}
   * @param room for so many bytes at first; to grow is dear
   */
  public RdbOutput(boolean compresses, long room) {
    this.compresses = compresses;
    this.bytes = arena.allocate(room, 8);
  }

  /** Everything written so far; valid until more is. */
  public Slice slice() {
    return view.set(bytes, 0, Math.toIntExact(used));
  }

  public long length() {
    return used;
  }

  /** Forgets what was written; the memory stays. */
  public void clear() {
    used = 0;
  }

  /** Forgets what was written beyond so many bytes. */
  public void truncate(long length) {
    used = length;
  }

  public MemorySegment bytes() {
    return bytes;
  }

  private long room(long count) {
    if (used + count > bytes.byteSize()) {
      Arena newArena = Arena.ofShared();
      MemorySegment grown = newArena.allocate(Math.max(used + count, bytes.byteSize() * 2), 8);
      MemorySegment.copy(bytes, 0, grown, 0, used);
      arena.close();
      arena = newArena;
      bytes = grown;
    }
    long at = used;
    used += count;
    return at;
  }

  public void unsignedByte(int value) {
    long at = room(1);
    bytes.set(JAVA_BYTE, at, (byte) value);
  }

  public void int16(int value) {
    long at = room(2);
    bytes.set(JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), at, (short) value);
  }

  public void int64(long value) {
    long at = room(8);
    bytes.set(JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), at, value);
  }

  public void bigEndian64(long value) {
    long at = room(8);
    bytes.set(JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), at, value);
  }

  public void binaryDouble(double value) {
    long at = room(8);
    bytes.set(JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), at, value);
  }

  /** A length or a count. */
  public void length(long length) {
    if (length >= 0 && length < 1 << 6) {
      unsignedByte((int) length);
    } else if (length >= 0 && length < 1 << 14) {
      unsignedByte(0x40 | (int) (length >>> 8));
      unsignedByte((int) length);
    } else if (length >= 0 && length <= 0xFFFFFFFFL) {
      unsignedByte(0x80);
      long at = room(4);
      bytes.set(JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), at, (int) length);
    } else {
      unsignedByte(0x81);
      bigEndian64(length);
    }
  }

  /** A string: as an integer where it spells a short one, compressed where that saves room. */
  public void string(Slice text) {
    if (text.length() <= LONGEST_INTEGER) {
      long value = text.integerOr(Long.MIN_VALUE);
      if (value != Long.MIN_VALUE && integer(value)) {
        return;
      }
    }
    if (!compresses || text.length() <= SHORT || !compressed(text)) {
      blob(text);
    }
  }

  /** A string as it is. */
  public void blob(Slice text) {
    length(text.length());
    long at = room(text.length());
    text.copyTo(bytes, at);
  }

  /** The string that an integer's digits are. */
  public void number(long value) {
    if (!integer(value)) {
      int digits = Decimals.length(value);
      length(digits);
      long at = room(digits);
      Decimals.write(value, bytes, at);
    }
  }

  private boolean integer(long value) {
    if (value == (byte) value) {
      unsignedByte(ENCODED);
      unsignedByte((int) value);
    } else if (value == (short) value) {
      unsignedByte(ENCODED | 1);
      int16((int) value);
    } else if (value == (int) value) {
      unsignedByte(ENCODED | 2);
      long at = room(4);
      bytes.set(JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), at, (int) value);
    } else {
      return false;
    }
    return true;
  }

  private boolean compressed(Slice text) {
    if (scratch.byteSize() < text.length()) {
      closeScratch();
      Arena larger = Arena.ofShared();
      scratchArena = larger;
      scratch = larger.allocate(Math.max(text.length(), 4096));
    }
    if (lzf == null) {
      lzf = new Lzf();
    }
    int length = lzf.compress(text.segment(), text.offset(), text.length(), scratch);
    if (length == 0) {
      return false;
    }
    unsignedByte(ENCODED | 3);
    length(length);
    length(text.length());
    long at = room(length);
    MemorySegment.copy(scratch, 0, bytes, at, length);
    return true;
  }

  @Override
  public void close() {
    closeScratch();
    arena.close();
  }

  private void closeScratch() {
    if (scratchArena != null) {
      scratchArena.close();
    }
  }
}
