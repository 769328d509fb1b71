package io.jacinth.engine.keyspace;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.engine.value.Encoding;
import io.jacinth.engine.value.Intset;
import io.jacinth.engine.value.ValueType;
import io.jacinth.memory.Listpack;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Decimals;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A movable view of one entry: a key with its value, in one block of its partition's slabs.
 *
 * <pre>
 *   header      4   bits 0-2 type, 3-5 encoding, 6 mark, 7 has a deadline, 8-31 usage
 *   key length  1   0 to 254; 255: the length is in the next 4 bytes
 *   key
 *   deadline    8   milliseconds since 1970, only where bit 7 says so
 *   value           INT    8   the integer
 *                   EMBSTR, RAW: length 1 (255: then 4), bytes
 *                   LARGE  8 reference of the block, 8 length
 *                   LISTPACK and its kin, INTSET: as they are, they know their length
 *                   STRUCTURE 4 its number in the partition, 4 whether its elements expire
 * </pre>
 *
 * <p>The mark tells whether a snapshot has the entry already ({@link KeyspaceWalk}).
 *
 * <p>The size class of the block is always that of {@link #bytes()}; so whether a new value fits in
 * place is known without asking the allocator. Used under the partition's lock; valid until the
 * next write to the partition.
 */
public final class Entry {
  /** The longest string that OBJECT ENCODING calls embstr. */
  public static final int MAX_EMBSTR = 44;

  /** Strings longer than this lie in a block of their own. */
  static final int MAX_INLINE = 16 * 1024;

  /** The deadline of an entry that has none. */
  public static final long NO_DEADLINE = -1;

  private static final int DEADLINE_BIT = 0x80;

  /** The bit of the mark. */
  static final int MARK = 0x40;

  private static final int ENCODING_SHIFT = 3;
  private static final int ENCODING_BITS = 7 << ENCODING_SHIFT;
  private static final int WIDE = 255;

  /** Stands beside a structure's number. */
  private static final long EXPIRES_ELEMENTS = 1L << 32;

  private SlabAllocator slabs;
  private MemorySegment segment;
  private long offset;
  private long ref;
  private int header;
  private int keyLength;
  private int keyStart;
  private int valueStart;

  Entry() {
    this.segment = MemorySegment.NULL;
    this.slabs = NO_SLABS;
  }

  @SuppressWarnings("NullAway") // an entry is positioned before anything reads it
  private static final SlabAllocator NO_SLABS = null;

  /** Points at a block; 0: at nothing. */
  Entry position(SlabAllocator newSlabs, long newRef) {
    ref = newRef;
    if (newRef == 0) {
      return this;
    }
    slabs = newSlabs;
    segment = newSlabs.segment(newRef);
    offset = SlabAllocator.offset(newRef);
    header = segment.get(JAVA_INT_UNALIGNED, offset);
    keyLength = segment.get(JAVA_BYTE, offset + 4) & 0xFF;
    keyStart = 5;
    if (keyLength == WIDE) {
      keyLength = segment.get(JAVA_INT_UNALIGNED, offset + 5);
      keyStart = 9;
    }
    valueStart = keyStart + keyLength + ((header & DEADLINE_BIT) == 0 ? 0 : 8);
    return this;
  }

  static boolean hasKey(SlabAllocator slabs, long ref, Slice key) {
    MemorySegment segment = slabs.segment(ref);
    long at = SlabAllocator.offset(ref) + 4;
    int length = segment.get(JAVA_BYTE, at) & 0xFF;
    if (length == WIDE) {
      length = segment.get(JAVA_INT_UNALIGNED, at + 1);
      at += 4;
    }
    return length == key.length()
        && Slice.contentEquals(segment, at + 1, key.segment(), key.offset(), length);
  }

  /**
   * The number of the structure that a block names if it is an entry's; -1 where it seems to be
   * none. Read without the lock, as a hint alone.
   */
  static int glanceAtStructure(SlabAllocator slabs, long ref) {
    long head = slabs.glance(ref, 0);
    int length = (int) (head >>> 32) & 0xFF;
    if ((head & 7) == 0 || (head & ENCODING_BITS) != 0 || length == WIDE) {
      return -1;
    }
    long valueAt = 5L + length + ((head & DEADLINE_BIT) == 0 ? 0 : 8);
    return (int) slabs.glance(ref, valueAt) & Integer.MAX_VALUE;
  }

  /** The bytes that a block needs for a key and so many bytes of value. */
  static long bytesFor(int keyLength, boolean hasDeadline, long valueBytes) {
    return 5L + (keyLength >= WIDE ? 4 : 0) + keyLength + (hasDeadline ? 8 : 0) + valueBytes;
  }

  /** Writes header, key and deadline into a fresh block and points at it. */
  Entry create(
      SlabAllocator newSlabs,
      long newRef,
      Slice key,
      ValueType type,
      Encoding encoding,
      long deadline,
      int usage,
      int mark) {
    MemorySegment target = newSlabs.segment(newRef);
    long at = SlabAllocator.offset(newRef);
    target.set(JAVA_INT_UNALIGNED, at, headerOf(type, encoding, deadline, usage, mark));
    int length = key.length();
    if (length < WIDE) {
      target.set(JAVA_BYTE, at + 4, (byte) length);
      at += 5;
    } else {
      target.set(JAVA_BYTE, at + 4, (byte) WIDE);
      target.set(JAVA_INT_UNALIGNED, at + 5, length);
      at += 9;
    }
    key.copyTo(target, at);
    if (deadline != NO_DEADLINE) {
      target.set(JAVA_LONG_UNALIGNED, at + length, deadline);
    }
    return position(newSlabs, newRef);
  }

  private static int headerOf(
      ValueType type, Encoding encoding, long deadline, int usage, int mark) {
    return type.ordinal()
        | codeOf(encoding)
        | (deadline == NO_DEADLINE ? 0 : DEADLINE_BIT)
        | mark
        | usage << 8;
  }

  private static int codeOf(Encoding encoding) {
    return encoding.ordinal() << ENCODING_SHIFT & ENCODING_BITS;
  }

  /** Rewrites the header (and deadline) of this block, whose key stays. The value must follow. */
  void restate(ValueType type, Encoding encoding, long deadline, int usage, int mark) {
    header = headerOf(type, encoding, deadline, usage, mark);
    segment.set(JAVA_INT_UNALIGNED, offset, header);
    valueStart = keyStart + keyLength;
    if (deadline != NO_DEADLINE) {
      segment.set(JAVA_LONG_UNALIGNED, offset + valueStart, deadline);
      valueStart += 8;
    }
  }

  boolean exists() {
    return ref != 0;
  }

  /** The reference of the block in its partition; 0: none. */
  public long ref() {
    return ref;
  }

  public ValueType type() {
    return ValueType.of(header & 7);
  }

  public Encoding encoding() {
    int code = (header & ENCODING_BITS) >>> ENCODING_SHIFT;
    return code == 0 && !isString() ? Encoding.STRUCTURE : Encoding.of(code);
  }

  public boolean isString() {
    return (header & 7) == 0;
  }

  boolean isInteger() {
    return (header & 0x3F) == 0;
  }

  public boolean hasDeadline() {
    return (header & DEADLINE_BIT) != 0;
  }

  /** Milliseconds since 1970, or {@link #NO_DEADLINE}. */
  public long deadlineMillis() {
    return hasDeadline()
        ? segment.get(JAVA_LONG_UNALIGNED, offset + keyStart + keyLength)
        : NO_DEADLINE;
  }

  /** Changes the deadline of an entry that has one already. */
  void moveDeadline(long deadlineMillis) {
    segment.set(JAVA_LONG_UNALIGNED, offset + keyStart + keyLength, deadlineMillis);
  }

  /** What the entry keeps of its use: 24 bits that {@link Usage} makes sense of. */
  public int usage() {
    return header >>> 8;
  }

  /** The mark's bit. */
  int mark() {
    return header & MARK;
  }

  void mark(int newMark) {
    header = header & ~MARK | newMark;
    segment.set(JAVA_INT_UNALIGNED, offset, header);
  }

  void touch(int usage) {
    if (header >>> 8 != usage) {
      header = header & 0xFF | usage << 8;
      segment.set(JAVA_INT_UNALIGNED, offset, header);
    }
  }

  public int keyLength() {
    return keyLength;
  }

  public Slice key(Slice into) {
    return into.set(segment, offset + keyStart, keyLength);
  }

  MemorySegment segment() {
    return segment;
  }

  /** Byte offset of the value in {@link #segment()}. */
  long valueOffset() {
    return offset + valueStart;
  }

  /** All bytes of the block that are in use. */
  public long bytes() {
    return valueStart + valueBytes();
  }

  long valueBytes() {
    return switch (encoding()) {
      case INT -> 8;
      case LARGE -> 16;
      case EMBSTR, RAW -> stringBytes(inlineLength());
      case LISTPACK, LISTPACK_WIDE, LISTPACK_EX -> Listpack.bytes(segment, offset + valueStart);
      case INTSET -> Intset.bytes(segment, offset + valueStart);
      case STRUCTURE -> 8;
    };
  }

  /** The bytes that the value part needs for an inline string. */
  static long stringBytes(int length) {
    return length + (length < WIDE ? 1L : 5L);
  }

  private int inlineLength() {
    int length = segment.get(JAVA_BYTE, offset + valueStart) & 0xFF;
    return length == WIDE ? segment.get(JAVA_INT_UNALIGNED, offset + valueStart + 1) : length;
  }

  /** Writes the length of an inline string and answers where its bytes belong. */
  long inlineString(int length) {
    long at = offset + valueStart;
    if (length < WIDE) {
      segment.set(JAVA_BYTE, at, (byte) length);
      return at + 1;
    }
    segment.set(JAVA_BYTE, at, (byte) WIDE);
    segment.set(JAVA_INT_UNALIGNED, at + 1, length);
    return at + 5;
  }

  long integer() {
    return segment.get(JAVA_LONG_UNALIGNED, offset + valueStart);
  }

  void integer(long value) {
    segment.set(JAVA_LONG_UNALIGNED, offset + valueStart, value);
  }

  long largeRef() {
    return segment.get(JAVA_LONG_UNALIGNED, offset + valueStart);
  }

  void large(long blockRef, int length) {
    segment.set(JAVA_LONG_UNALIGNED, offset + valueStart, blockRef);
    segment.set(JAVA_LONG_UNALIGNED, offset + valueStart + 8, length);
  }

  /** Length in bytes of a string value. */
  public int stringLength() {
    return switch (encoding()) {
      case INT -> Decimals.length(integer());
      case LARGE -> (int) segment.get(JAVA_LONG_UNALIGNED, offset + valueStart + 8);
      case EMBSTR, RAW -> inlineLength();
      case LISTPACK, LISTPACK_WIDE, LISTPACK_EX, INTSET, STRUCTURE -> throw noString();
    };
  }

  /** The bytes of a string value; those of an integer are written into a scratch of the slice's. */
  public Slice string(Slice into) {
    return switch (encoding()) {
      case INT -> digits(into);
      case LARGE -> {
        long block = largeRef();
        yield into.set(
            slabs.segment(block),
            SlabAllocator.offset(block),
            (int) segment.get(JAVA_LONG_UNALIGNED, offset + valueStart + 8));
      }
      case EMBSTR, RAW -> {
        int length = segment.get(JAVA_BYTE, offset + valueStart) & 0xFF;
        yield length < WIDE
            ? into.set(segment, offset + valueStart + 1, length)
            : into.set(
                segment,
                offset + valueStart + 5,
                segment.get(JAVA_INT_UNALIGNED, offset + valueStart + 1));
      }
      case LISTPACK, LISTPACK_WIDE, LISTPACK_EX, INTSET, STRUCTURE -> throw noString();
    };
  }

  private IllegalStateException noString() {
    return new IllegalStateException("the value is no string but " + encoding());
  }

  /** The bytes of a collection that is packed in the entry. */
  public Slice packed(Slice into) {
    return into.set(segment, offset + valueStart, (int) valueBytes());
  }

  /** Whether the value has memory besides the entry's block. */
  boolean ownsMemory() {
    return encoding() == Encoding.LARGE || encoding() == Encoding.STRUCTURE;
  }

  /** The number of a structure in its partition. */
  int structure() {
    return (int) segment.get(JAVA_LONG_UNALIGNED, offset + valueStart);
  }

  /** Writes the number of a structure, and whether its elements may have deadlines. */
  void structure(int number, boolean expiresElements) {
    integer(number | (expiresElements ? EXPIRES_ELEMENTS : 0));
  }

  /** Whether elements of the value may have deadlines of their own. */
  boolean expiresElements() {
    return switch (encoding()) {
      case LISTPACK_EX -> true;
      case STRUCTURE -> (integer() & EXPIRES_ELEMENTS) != 0;
      case INT, EMBSTR, RAW, LARGE, LISTPACK, LISTPACK_WIDE, INTSET -> false;
    };
  }

  /** Renames the form of the value, whose bytes stay. */
  void encode(Encoding encoding) {
    header = header & ~ENCODING_BITS | codeOf(encoding);
    segment.set(JAVA_INT_UNALIGNED, offset, header);
  }

  private Slice digits(Slice into) {
    if (scratch == MemorySegment.NULL) {
      scratch = Arena.ofAuto().allocate(Decimals.MAX_LENGTH + 8);
    }
    return into.set(scratch, 0, Decimals.write(integer(), scratch, 0));
  }

  private MemorySegment scratch = MemorySegment.NULL;
}
