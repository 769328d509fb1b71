package io.jacinth.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * A movable view of a packed list: strings and integers one behind another in one run of memory, in
 * the listpack format that RDB files hold (github.com/antirez/listpack), little-endian.
 *
 * <pre>
 *   4  bytes in all
 *   2  number of elements; 65535: more than can be told
 *      element*: encoding and content, then their length backwards (1 to 5 bytes)
 *   1  0xFF
 *
 *   0xxxxxxx                    integer 0 to 127
 *   10llllll                    string of up to 63 bytes
 *   110xxxxx xxxxxxxx           13-bit signed integer
 *   1110llll llllllll           string of up to 4095 bytes
 *   11110000 4 bytes of length  string
 *   11110001 to 11110100        signed integer in 2, 3, 4, 8 bytes
 * </pre>
 *
 * <p>A <em>position</em> is an element's distance from the beginning in bytes; 0 stands for none.
 * Positions behind a change are no longer valid. Whoever changes a list sees to it that the memory
 * has room. Belongs to whoever owns the memory that it is set over.
 */
public final class Listpack {
  /** What an empty list takes. */
  public static final int EMPTY_BYTES = 7;

  /** The most elements that the header can count. */
  public static final int MAX_COUNTED = 0xFFFE;

  private static final int FIRST = 6;
  private static final int END = 0xFF;
  private static final int STRING_32 = 0xF0;
  private static final int INTEGER_16 = 0xF1;
  private static final int INTEGER_24 = 0xF2;
  private static final int INTEGER_32 = 0xF3;
  private static final int INTEGER_64 = 0xF4;

  private MemorySegment segment = MemorySegment.NULL;
  private long offset;

  /** Points at a list that begins at an offset of a segment. */
  public Listpack set(MemorySegment newSegment, long newOffset) {
    segment = newSegment;
    offset = newOffset;
    return this;
  }

  /** Writes an empty list, {@link #EMPTY_BYTES} long. */
  public static void format(MemorySegment segment, long offset) {
    segment.set(JAVA_INT_UNALIGNED, offset, EMPTY_BYTES);
    segment.set(JAVA_SHORT_UNALIGNED, offset + 4, (short) 0);
    segment.set(JAVA_BYTE, offset + FIRST, (byte) END);
  }

  public MemorySegment segment() {
    return segment;
  }

  /** Where the list begins in {@link #segment()}. */
  public long offset() {
    return offset;
  }

  private int unsigned(long position) {
    return segment.get(JAVA_BYTE, offset + position) & 0xFF;
  }

  /** Bytes of the whole list. */
  public int bytes() {
    return segment.get(JAVA_INT_UNALIGNED, offset);
  }

  /** The bytes of a list that begins at an offset. */
  public static int bytes(MemorySegment segment, long offset) {
    return segment.get(JAVA_INT_UNALIGNED, offset);
  }

  public boolean isEmpty() {
    return bytes() == EMPTY_BYTES;
  }

  /** Number of elements; counted one by one where there are more than the header can tell. */
  public int count() {
    int count = segment.get(JAVA_SHORT_UNALIGNED, offset + 4) & 0xFFFF;
    return count > MAX_COUNTED ? countAll() : count;
  }

  private int countAll() {
    int count = 0;
    for (int position = first(); position != 0; position = next(position)) {
      count++;
    }
    return count;
  }

  // ---------------------------------------------------------------- walking

  /** The first element's position, 0 where there is none. */
  public int first() {
    return unsigned(FIRST) == END ? 0 : FIRST;
  }

  /** The last element's position, 0 where there is none. */
  public int last() {
    return before(bytes() - 1);
  }

  /** The next element's position, 0 at the end. */
  public int next(int position) {
    int next = after(position);
    return unsigned(next) == END ? 0 : next;
  }

  /** The previous element's position, 0 at the beginning. */
  public int previous(int position) {
    return before(position);
  }

  /** Where an element's bytes end: the next element's position, or {@link #end}. */
  public int after(int position) {
    int content = contentBytes(position);
    return position + content + backBytes(content);
  }

  /** Where an element appended would stand. */
  public int end() {
    return bytes() - 1;
  }

  private int before(int position) {
    if (position == FIRST) {
      return 0;
    }
    int at = position - 1;
    int content = 0;
    int shift = 0;
    int part = unsigned(at);
    while ((part & 0x80) != 0) {
      content |= (part & 0x7F) << shift;
      shift += 7;
      part = unsigned(--at);
    }
    content |= part << shift;
    return at - content;
  }

  /** The position of an element by number, from 0 or from -1 backwards; 0 where there is none. */
  public int at(int index) {
    int count = count();
    int number = index < 0 ? index + count : index;
    if (number < 0 || number >= count) {
      return 0;
    }
    return number < count / 2 ? forward(number) : backward(count - 1 - number);
  }

  private int forward(int steps) {
    int position = FIRST;
    for (int i = 0; i < steps; i++) {
      position = after(position);
    }
    return position;
  }

  private int backward(int steps) {
    int position = last();
    for (int i = 0; i < steps; i++) {
      position = before(position);
    }
    return position;
  }

  /** The position so many elements further on, 0 beyond the end. */
  public int skip(int position, int elements) {
    int at = position;
    for (int i = 0; i < elements && at != 0; i++) {
      at = next(at);
    }
    return at;
  }

  // ---------------------------------------------------------------- reading

  public boolean isInteger(int position) {
    int encoding = unsigned(position);
    return encoding < 0x80 || (encoding & 0xE0) == 0xC0 || encoding > STRING_32;
  }

  /** The value of an element that is an integer. */
  public long integer(int position) {
    int encoding = unsigned(position);
    if (encoding < 0x80) {
      return encoding;
    }
    if ((encoding & 0xE0) == 0xC0) {
      int bits = (encoding & 0x1F) << 8 | unsigned(position + 1);
      int value = bits << 19 >> 19;
      return value;
    }
    long at = offset + position + 1;
    return switch (encoding) {
      case INTEGER_16 -> segment.get(JAVA_SHORT_UNALIGNED, at);
      case INTEGER_24 -> segment.get(JAVA_INT_UNALIGNED, at - 1) >> 8;
      case INTEGER_32 -> segment.get(JAVA_INT_UNALIGNED, at);
      case INTEGER_64 -> segment.get(JAVA_LONG_UNALIGNED, at);
      default -> throw new IllegalStateException("no integer at " + position + ": " + encoding);
    };
  }

  /** The length in bytes of an element that is a string. */
  public int stringLength(int position) {
    int encoding = unsigned(position);
    if ((encoding & 0xC0) == 0x80) {
      return encoding & 0x3F;
    }
    return encoding == STRING_32
        ? segment.get(JAVA_INT_UNALIGNED, offset + position + 1)
        : (encoding & 0x0F) << 8 | unsigned(position + 1);
  }

  /** Where the bytes of an element that is a string begin in {@link #segment()}. */
  public long stringOffset(int position) {
    int encoding = unsigned(position);
    return offset + position + ((encoding & 0xC0) == 0x80 ? 1 : encoding == STRING_32 ? 5 : 2);
  }

  private int contentBytes(int position) {
    int encoding = unsigned(position);
    if (encoding < 0x80) {
      return 1;
    }
    if (encoding < 0xC0) {
      return 1 + (encoding & 0x3F);
    }
    if (encoding < 0xE0) {
      return 2;
    }
    if (encoding < 0xF0) {
      return 2 + ((encoding & 0x0F) << 8 | unsigned(position + 1));
    }
    return switch (encoding) {
      case STRING_32 -> 5 + segment.get(JAVA_INT_UNALIGNED, offset + position + 1);
      case INTEGER_16 -> 3;
      case INTEGER_24 -> 4;
      case INTEGER_32 -> 5;
      case INTEGER_64 -> 9;
      default -> throw new IllegalStateException("no element at " + position + ": " + encoding);
    };
  }

  /** Whether an element that is a string has these bytes. */
  public boolean isString(int position, MemorySegment bytes, long bytesOffset, int length) {
    if (isInteger(position) || stringLength(position) != length) {
      return false;
    }
    long at = stringOffset(position);
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      if (segment.get(JAVA_LONG_UNALIGNED, at + i)
          != bytes.get(JAVA_LONG_UNALIGNED, bytesOffset + i)) {
        return false;
      }
    }
    for (; i < length; i++) {
      if (segment.get(JAVA_BYTE, at + i) != bytes.get(JAVA_BYTE, bytesOffset + i)) {
        return false;
      }
    }
    return true;
  }

  // ---------------------------------------------------------------- writing

  /** The bytes that an integer takes as an element. */
  public static int bytesOf(long integer) {
    int content = integerBytes(integer);
    return content + backBytes(content);
  }

  /** The bytes that a string of a length takes as an element. */
  public static int bytesOfString(int length) {
    int content = (length < 64 ? 1 : length < 4096 ? 2 : 5) + length;
    return content + backBytes(content);
  }

  private static int integerBytes(long value) {
    if (value >= 0 && value <= 127) {
      return 1;
    }
    if (value >= -4096 && value <= 4095) {
      return 2;
    }
    if (value == (short) value) {
      return 3;
    }
    if (value >= -(1 << 23) && value < 1 << 23) {
      return 4;
    }
    return value == (int) value ? 5 : 9;
  }

  private static int backBytes(int content) {
    if (content <= 127) {
      return 1;
    }
    return content < 16383 ? 2 : content < 2097151 ? 3 : content < 268435455 ? 4 : 5;
  }

  /**
   * Makes the bytes between two positions so many bytes long, moving what follows, and notes how
   * many elements more (or fewer) there are. What lies between them is then to be written.
   *
   * @param from a position, or {@link #end}
   * @param to where the bytes that go end: {@code from}, an {@link #after} or {@link #end}
   */
  public void makeRoom(int from, int to, int bytes, int elements) {
    int total = bytes();
    int delta = bytes - (to - from);
    if (delta != 0) {
      MemorySegment.copy(segment, offset + to, segment, offset + to + delta, total - to);
      segment.set(JAVA_INT_UNALIGNED, offset, total + delta);
    }
    int count = segment.get(JAVA_SHORT_UNALIGNED, offset + 4) & 0xFFFF;
    if (count <= MAX_COUNTED) {
      recount(count + elements);
    } else if (elements < 0) {
      recount(countAll());
    }
  }

  /**
   * Moves the beginning by so many bytes, the rest staying where it is: forward, and that many
   * bytes of first elements are cut off; backward, and there is room for a first element.
   */
  public void moveBeginning(int bytes, int elements) {
    int total = bytes() - bytes;
    int count = count() + elements;
    offset += bytes;
    segment.set(JAVA_INT_UNALIGNED, offset, total);
    recount(count);
  }

  private void recount(int count) {
    segment.set(JAVA_SHORT_UNALIGNED, offset + 4, (short) Math.min(count, MAX_COUNTED + 1));
  }

  /** Writes an integer at a position; answers where it ends. */
  public int write(int position, long value) {
    int content = integerBytes(value);
    long at = offset + position;
    switch (content) {
      case 1 -> segment.set(JAVA_BYTE, at, (byte) value);
      case 2 -> {
        segment.set(JAVA_BYTE, at, (byte) (0xC0 | value >>> 8 & 0x1F));
        segment.set(JAVA_BYTE, at + 1, (byte) value);
      }
      case 3 -> {
        segment.set(JAVA_BYTE, at, (byte) INTEGER_16);
        segment.set(JAVA_SHORT_UNALIGNED, at + 1, (short) value);
      }
      case 4 -> segment.set(JAVA_INT_UNALIGNED, at, (int) value << 8 | INTEGER_24);
      case 5 -> {
        segment.set(JAVA_BYTE, at, (byte) INTEGER_32);
        segment.set(JAVA_INT_UNALIGNED, at + 1, (int) value);
      }
      default -> {
        segment.set(JAVA_BYTE, at, (byte) INTEGER_64);
        segment.set(JAVA_LONG_UNALIGNED, at + 1, value);
      }
    }
    return writeBack(position, content);
  }

  /** Writes a string at a position; answers where it ends. */
  public int write(int position, MemorySegment bytes, long bytesOffset, int length) {
    long at = offset + position;
    int head = 1;
    if (length < 64) {
      segment.set(JAVA_BYTE, at, (byte) (0x80 | length));
    } else if (length < 4096) {
      head = 2;
      segment.set(JAVA_BYTE, at, (byte) (0xE0 | length >>> 8));
      segment.set(JAVA_BYTE, at + 1, (byte) length);
    } else {
      head = 5;
      segment.set(JAVA_BYTE, at, (byte) STRING_32);
      segment.set(JAVA_INT_UNALIGNED, at + 1, length);
    }
    MemorySegment.copy(bytes, bytesOffset, segment, at + head, length);
    return writeBack(position, head + length);
  }

  private int writeBack(int position, int content) {
    int bytes = backBytes(content);
    long at = offset + position + content;
    int rest = content;
    for (int i = bytes - 1; i > 0; i--) {
      segment.set(JAVA_BYTE, at + i, (byte) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    segment.set(JAVA_BYTE, at, (byte) rest);
    return position + content + bytes;
  }

  // ---------------------------------------------------------------- checking

  /**
   * Whether the first bytes of a run of memory are a list whose elements stand as they should: what
   * comes from outside is asked this before anything else reads it.
   */
  public static boolean isSound(MemorySegment segment, long offset, long length) {
    if (length < EMPTY_BYTES) {
      return false;
    }
    Listpack list = new Listpack().set(segment, offset);
    int total = list.bytes();
    if (total != length || list.unsigned(total - 1L) != END) {
      return false;
    }
    int elements = 0;
    int position = FIRST;
    while (position < total - 1) {
      int next = list.soundEnd(position, total - 1);
      if (next == 0) {
        return false;
      }
      position = next;
      elements++;
    }
    int counted = segment.get(JAVA_SHORT_UNALIGNED, offset + 4) & 0xFFFF;
    return position == total - 1 && (counted > MAX_COUNTED || counted == elements);
  }

  /** Where an element ends that keeps within a limit and whose two lengths agree, else 0. */
  private int soundEnd(int position, int limit) {
    int encoding = unsigned(position);
    int head = encoding == STRING_32 ? 5 : (encoding & 0xF0) == 0xE0 ? 2 : 1;
    if (encoding > INTEGER_64 || position + head > limit) {
      return 0;
    }
    long content = contentBytes(position);
    if (content < 1 || position + content + 1 > limit) {
      return 0;
    }
    int end = position + (int) content + backBytes((int) content);
    return end <= limit && before(end) == position ? end : 0;
  }
}
