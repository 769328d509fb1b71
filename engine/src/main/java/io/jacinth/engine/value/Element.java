package io.jacinth.engine.value;

import io.jacinth.memory.Listpack;
import io.jacinth.protocol.Decimals;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * One element of a collection, given or found: an integer, or bytes that spell none. It is a
 * movable view; bytes stay where they are. Owned by whoever made it.
 */
public final class Element {
  private static final int LONGEST_INTEGER = 20;

  private final Slice bytes = new Slice();
  private boolean isInteger;
  private long integer;
  private MemorySegment digits = MemorySegment.NULL;

  /** Takes an argument: an integer where it spells one. */
  public Element set(Slice argument) {
    isInteger = false;
    bytes.set(argument);
    if (argument.length() <= LONGEST_INTEGER) {
      integer = argument.integerOr(Long.MIN_VALUE);
      isInteger = integer != Long.MIN_VALUE || argument.isInteger();
    }
    return this;
  }

  public Element set(long value) {
    isInteger = true;
    integer = value;
    return this;
  }

  /** Takes bytes that are known to spell no integer, or are not to be taken for one. */
  public Element setBytes(MemorySegment segment, long offset, int length) {
    isInteger = false;
    bytes.set(segment, offset, length);
    return this;
  }

  /** Takes the element at a position of a packed list. */
  public Element set(Listpack list, int position) {
    return list.isInteger(position)
        ? set(list.integer(position))
        : setBytes(list.segment(), list.stringOffset(position), list.stringLength(position));
  }

  public boolean isInteger() {
    return isInteger;
  }

  /** The value of an integer. */
  public long integer() {
    return integer;
  }

  /** The bytes; those of an integer are written into a scratch of the element's own. */
  public Slice bytes() {
    if (isInteger) {
      if (digits == MemorySegment.NULL) {
        digits = Arena.ofAuto().allocate(Decimals.MAX_LENGTH + 8);
      }
      bytes.set(digits, 0, Decimals.write(integer, digits, 0));
    }
    return bytes;
  }

  /** Length in bytes. */
  public int length() {
    return isInteger ? Decimals.length(integer) : bytes.length();
  }

  /** Answers the element as a bulk string. */
  public void writeTo(Reply reply) {
    if (isInteger) {
      reply.bulkInteger(integer);
    } else {
      reply.bulk(bytes);
    }
  }

  /** Same bytes. Both must have been told whether they are integers. */
  public boolean contentEquals(Element other) {
    return isInteger == other.isInteger
        && (isInteger ? integer == other.integer : bytes.contentEquals(other.bytes));
  }

  /** The bytes that the element takes in a packed list. */
  public int packedBytes() {
    return isInteger ? Listpack.bytesOf(integer) : Listpack.bytesOfString(bytes.length());
  }

  /** Writes the element at a position of a packed list; answers where it ends. */
  public int writeTo(Listpack list, int position) {
    return isInteger
        ? list.write(position, integer)
        : list.write(position, bytes.segment(), bytes.offset(), bytes.length());
  }

  /** Whether the element at a position of a packed list has the same bytes. */
  public boolean equalsAt(Listpack list, int position) {
    return isInteger
        ? list.isInteger(position) && list.integer(position) == integer
        : list.isString(position, bytes.segment(), bytes.offset(), bytes.length());
  }
}
