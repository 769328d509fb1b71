package io.jacinth.engine.value;

import io.jacinth.memory.Listpack;

/**
 * A collection that is one packed list in its key's entry. A movable view, opened on a home;
 * positions are those of {@link Listpack} and go stale behind a change. Belongs to the home's
 * owner.
 */
public final class Packed {
  private final ValueHome home;
  private final Listpack list = new Listpack();

  public Packed(ValueHome home) {
    this.home = home;
  }

  /** Looks where the value now is, which must be packed. */
  public Listpack open() {
    return list.set(home.segment(), home.offset());
  }

  /** Puts an empty list under the home's key, which must hold nothing. */
  public void create(ValueType type, Encoding encoding) {
    home.create(type, encoding, Listpack.EMPTY_BYTES);
    Listpack.format(home.segment(), home.offset());
    open();
  }

  /**
   * As {@link #create(ValueType, Encoding)}, in an entry that has room for so many bytes of
   * elements, which must be added at once.
   */
  public void create(ValueType type, Encoding encoding, int bytes) {
    home.create(type, encoding, Listpack.EMPTY_BYTES + bytes);
    Listpack.format(home.segment(), home.offset());
    open();
  }

  /** The list, as last opened. */
  public Listpack list() {
    return list;
  }

  /**
   * The position of the first element equal to one sought, looking at every {@code stride}-th from
   * a position on; 0 where there is none.
   */
  public int find(Element sought, int from, int stride) {
    for (int position = from; position != 0; position = list.skip(position, stride)) {
      if (sought.equalsAt(list, position)) {
        return position;
      }
    }
    return 0;
  }

  /** Adds an element at the end. */
  public void append(Element element) {
    write(element, list.end(), list.end(), 1);
  }

  /** Adds an element before the one at a position, or at {@link Listpack#end}; answers its end. */
  public int insert(int position, Element element) {
    return write(element, position, position, 1);
  }

  /** Puts an element in the place of the one at a position; answers its end. */
  public int replace(int position, Element element) {
    return write(element, position, list.after(position), 0);
  }

  private int write(Element element, int from, int to, int more) {
    makeRoom(from, to, element.packedBytes(), more);
    return element.writeTo(list, from);
  }

  /** Removes so many elements from a position on; fewer where the list ends before. */
  public void remove(int position, int elements) {
    int to = position;
    int removed = 0;
    while (removed < elements && to != list.end()) {
      to = list.after(to);
      removed++;
    }
    makeRoom(position, to, 0, -removed);
  }

  /** As {@link Listpack#makeRoom}, with the entry made larger or smaller as need be. */
  public void makeRoom(int from, int to, int bytes, int elements) {
    int old = list.bytes();
    int changed = old + bytes - (to - from);
    if (changed > old) {
      home.resize(changed);
      open();
    }
    list.makeRoom(from, to, bytes, elements);
    if (changed < old) {
      home.resize(changed);
      open();
    }
  }
}
