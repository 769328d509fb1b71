package io.jacinth.engine.value;

import io.jacinth.memory.Listpack;
import io.jacinth.memory.SlabAllocator;
import java.lang.foreign.MemorySegment;

/**
 * A set that is an {@link Intset} in its key's entry. A movable view, opened on a home; indexes go
 * stale with a change. Belongs to the home's owner.
 */
final class IntegerSet {
  private final ValueHome home;
  private MemorySegment segment = MemorySegment.NULL;
  private long offset;
  private int count;
  private int width;

  IntegerSet(ValueHome home) {
    this.home = home;
  }

  /** Looks where the value now is. */
  IntegerSet open() {
    segment = home.segment();
    offset = home.offset();
    count = Intset.count(segment, offset);
    width = Intset.width(segment, offset);
    return this;
  }

  /** Puts a set of one integer under the home's key, which must hold nothing. */
  void create(long value) {
    int bytes = Intset.widthOf(value);
    home.create(ValueType.SET, Encoding.INTSET, Intset.HEADER_BYTES + bytes);
    Intset.header(home.segment(), home.offset(), bytes, 1);
    Intset.set(home.segment(), home.offset(), bytes, 0, value);
  }

  int count() {
    return count;
  }

  long get(int index) {
    return Intset.get(segment, offset, width, index);
  }

  /** As {@link Intset#search}. */
  int search(long value) {
    return Intset.search(segment, offset, value);
  }

  /** Inserts an integer that is not there at the index where it belongs. */
  void insert(int index, long value) {
    int needed = Math.max(width, Intset.widthOf(value));
    home.resize(Intset.HEADER_BYTES + needed * (count + 1));
    int oldWidth = width;
    open();
    if (needed == oldWidth) {
      long at = offset + Intset.HEADER_BYTES + (long) width * index;
      MemorySegment.copy(segment, at, segment, at + width, (long) width * (count - index));
    } else {
      for (int i = count - 1; i >= 0; i--) {
        Intset.set(segment, offset, needed, i < index ? i : i + 1, get(i));
      }
    }
    width = needed;
    count++;
    Intset.set(segment, offset, width, index, value);
    Intset.header(segment, offset, width, count);
  }

  /** Removes the integer at an index. */
  void remove(int index) {
    long at = offset + Intset.HEADER_BYTES + (long) width * index;
    MemorySegment.copy(segment, at + width, segment, at, (long) width * (count - index - 1));
    count--;
    Intset.header(segment, offset, width, count);
    home.resize(Intset.HEADER_BYTES + width * count);
    open();
  }

  /** The bytes that the integers take in a packed list. */
  int listBytes() {
    int bytes = Listpack.EMPTY_BYTES;
    for (int i = 0; i < count; i++) {
      bytes += Listpack.bytesOf(get(i));
    }
    return bytes;
  }

  /** Makes the value a packed list; the view is then over. */
  void becomeList() {
    int bytes = Intset.bytes(segment, offset);
    SlabAllocator slabs = home.slabs();
    int listBytes = listBytes();
    long copy = slabs.allocate(bytes);
    try {
      MemorySegment.copy(segment, offset, slabs.segment(copy), SlabAllocator.offset(copy), bytes);
      home.resize(listBytes);
      home.encode(Encoding.LISTPACK);
      fill(home.segment(), home.offset(), slabs.segment(copy), SlabAllocator.offset(copy));
    } finally {
      slabs.free(copy);
    }
  }

  private void fill(MemorySegment target, long targetOffset, MemorySegment source, long from) {
    Listpack.format(target, targetOffset);
    Listpack list = new Listpack().set(target, targetOffset);
    for (int i = 0; i < count; i++) {
      long value = Intset.get(source, from, width, i);
      list.makeRoom(list.end(), list.end(), Listpack.bytesOf(value), 1);
      list.write(list.end() - Listpack.bytesOf(value), value);
    }
  }
}
