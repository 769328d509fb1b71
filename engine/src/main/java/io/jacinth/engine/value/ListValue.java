package io.jacinth.engine.value;

import io.jacinth.memory.Listpack;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * A list: packed in its key's entry up to {@code list-max-listpack-size}, else a {@link ListChain}.
 * A movable view over whatever list its home holds; it looks anew at each operation, and has a
 * place in the list ({@link #seek}) that stays until the next change. Belongs to the home's owner.
 *
 * <p>It is packed again when a chain has shrunk to one node of half the limit, as in Redis 7.2.
 */
public final class ListValue {
  private final ValueHome home;
  private final Packed packed;
  private final Element found = new Element();
  private final Element given = new Element();
  private final Element sought = new Element();
  private @Nullable ListChain chain;
  private int node;
  private int position;
  private Listpack list;

  public ListValue(ValueHome home) {
    this.home = home;
    this.packed = new Packed(home);
    this.list = packed.list();
  }

  /** Looks what the home holds: a list in one of two forms. */
  private @Nullable ListChain open() {
    chain = null;
    if (home.encoding() == Encoding.STRUCTURE) {
      chain = ((ListChain) home.structure()).within(setting());
    } else {
      packed.open();
    }
    return chain;
  }

  private long setting() {
    return home.limits().listMaxListpackSize.value();
  }

  // ---------------------------------------------------------------- reading

  /** Number of elements; 0 where the home holds nothing. */
  public long size() {
    if (!home.exists()) {
      return 0;
    }
    ListChain open = open();
    return open == null ? packed.list().count() : open.size();
  }

  /** Number of packed lists that the list consists of. */
  public int nodes() {
    ListChain open = open();
    return open == null ? 1 : open.nodes();
  }

  /** One of the packed lists that the list consists of, by number. */
  public Listpack node(int number) {
    ListChain open = open();
    return open == null ? packed.list() : open.open(number);
  }

  /** Bytes of all the packed lists that the list consists of. */
  public long packedBytes() {
    long bytes = 0;
    for (int i = 0; i < nodes(); i++) {
      bytes += node(i).bytes();
    }
    return bytes;
  }

  /**
   * Goes to the element at an index, counted from 0, or from -1 backwards; false: none is there.
   */
  public boolean seek(long index) {
    long size = size();
    long number = index < 0 ? index + size : index;
    if (number < 0 || number >= size) {
      return false;
    }
    if (chain == null) {
      node = 0;
      list = packed.list();
      position = list.at((int) number);
    } else {
      node = chain.locate(number);
      list = chain.open(node);
      position = list.at(chain.rest());
    }
    return true;
  }

  /** Goes on to the next element; false at the end. */
  public boolean next() {
    position = list.next(position);
    if (position != 0) {
      return true;
    }
    if (chain == null || node + 1 == chain.nodes()) {
      return false;
    }
    list = chain.open(++node);
    position = list.first();
    return true;
  }

  /** Goes back to the previous element; false at the beginning. */
  public boolean previous() {
    position = list.previous(position);
    if (position != 0) {
      return true;
    }
    if (chain == null || node == 0) {
      return false;
    }
    list = chain.open(--node);
    position = list.last();
    return true;
  }

  /** Says what {@link #isEqual} compares with. */
  public void compareWith(Slice element) {
    sought.set(element);
  }

  /** Whether the element at the place is equal to the one to compare with. */
  public boolean isEqual() {
    return sought.equalsAt(list, position);
  }

  /** The element at the place: a view that is valid until the next change of the partition. */
  public Element element() {
    return found.set(list, position);
  }

  /** Answers so many elements, each a reply, from an index on; they must be there. */
  public void answer(Reply reply, long from, long count) {
    if (count > 0 && seek(from)) {
      element().writeTo(reply);
      for (long left = count - 1; left > 0 && next(); left--) {
        element().writeTo(reply);
      }
    }
  }

  /** As {@link #answer}, going backwards. */
  public void answerBackwards(Reply reply, long from, long count) {
    if (count > 0 && seek(from)) {
      element().writeTo(reply);
      for (long left = count - 1; left > 0 && previous(); left--) {
        element().writeTo(reply);
      }
    }
  }

  // ---------------------------------------------------------------- growing

  /**
   * Says that elements of so many bytes in all are about to be added: a packed list that would get
   * too large becomes a chain at once, even where nothing is added then.
   */
  public void expect(long bytes, long elements) {
    if (!home.exists()) {
      if (ListLimits.isExceeded(setting(), Listpack.EMPTY_BYTES + bytes, elements)) {
        home.become(ValueType.LIST, new ListChain(home.slabs()));
      }
    } else if (open() == null) {
      Listpack old = packed.list();
      if (ListLimits.isExceeded(setting(), old.bytes() + bytes, old.count() + elements)) {
        unpack();
      }
    }
  }

  private void unpack() {
    ListChain whole = new ListChain(home.slabs());
    whole.addLast(packed.list());
    home.become(ValueType.LIST, whole);
  }

  /** Adds an element at the beginning, after {@link #expect}. */
  public void addFirst(Slice element) {
    addFirst(given.set(element));
  }

  /** Adds an element at the beginning, after {@link #expect}. */
  public void addFirst(Element element) {
    if (isPacked(element)) {
      packed.insert(Listpack.EMPTY_BYTES - 1, element);
    } else {
      chain().addFirst(element);
    }
  }

  /** Adds an element at the end, after {@link #expect}. */
  public void addLast(Slice element) {
    addLast(given.set(element));
  }

  /** Adds an element at the end, after {@link #expect}. */
  public void addLast(Element element) {
    if (isPacked(element)) {
      packed.append(element);
    } else {
      chain().addLast(element);
    }
  }

  /** Opens the list, or makes a new one with room for an element; whether it is packed. */
  private boolean isPacked(Element first) {
    if (home.exists()) {
      return open() == null;
    }
    packed.create(ValueType.LIST, Encoding.LISTPACK, first.packedBytes());
    return true;
  }

  private ListChain chain() {
    if (chain == null) {
      throw new IllegalStateException("the list is no chain");
    }
    return chain;
  }

  /** Adds an element before or behind the first that is equal to a pivot; false: there is none. */
  public boolean insert(Slice pivot, boolean behind, Slice element) {
    expect(element.length(), 1);
    compareWith(pivot);
    boolean isThere = seek(0);
    while (isThere && !isEqual()) {
      isThere = next();
    }
    if (isThere) {
      insert(behind ? list.after(position) : position, given.set(element));
    }
    return isThere;
  }

  private void insert(int at, Element element) {
    if (chain == null) {
      packed.insert(at, element);
    } else {
      chain.insert(node, at, element);
    }
  }

  /**
   * Puts an element in the place of the one at an index; false: there is none. Whether the list is
   * still packed is decided, as in Redis 7.2, as if the element came besides.
   */
  public boolean set(long index, Slice element) {
    expect(element.length(), 1);
    if (!seek(index)) {
      return false;
    }
    given.set(element);
    if (chain == null) {
      packed.replace(position, given);
    } else {
      chain.replace(node, position, given);
    }
    shrink();
    return true;
  }

  // ---------------------------------------------------------------- shrinking

  /** Removes so many elements from the beginning; they must be there. */
  public void dropFirst(long elements) {
    ListChain open = open();
    if (open != null) {
      open.dropFirst(elements);
      shrink();
    } else if (elements > 0) {
      packed.remove(Listpack.EMPTY_BYTES - 1, (int) elements);
    }
  }

  /** Removes so many elements from the end; they must be there. */
  public void dropLast(long elements) {
    ListChain open = open();
    if (open != null) {
      open.dropLast(elements);
      shrink();
    } else if (elements > 0) {
      packed.remove(packed.list().at(-(int) elements), (int) elements);
    }
  }

  /**
   * Removes elements equal to one, at most so many, the first or the last ones; answers how many.
   */
  public long remove(Slice element, long most, boolean fromEnd) {
    compareWith(element);
    ListChain open = open();
    if (open == null) {
      return removeFromNode(most, fromEnd);
    }
    long removed = 0;
    node = fromEnd ? open.nodes() - 1 : 0;
    while (removed < most && node >= 0 && node < open.nodes()) {
      long here = removeFromNode(most - removed, fromEnd);
      boolean isGone = here > 0 && open.settle(node);
      node += fromEnd ? -1 : isGone ? 0 : 1;
      removed += here;
    }
    shrink();
    return removed;
  }

  private long removeFromNode(long most, boolean fromEnd) {
    list = chain == null ? packed.list() : chain.open(node);
    int elements = list.count();
    int removed = 0;
    int at = fromEnd ? list.last() : list.first();
    for (int i = 0; i < elements && removed < most; i++) {
      int before = list.previous(at);
      boolean isSought = sought.equalsAt(list, at);
      if (isSought) {
        removeOne(at);
        removed++;
      }
      at = fromEnd ? before : isSought ? at : list.after(at);
    }
    return removed;
  }

  private void removeOne(int at) {
    if (chain == null) {
      packed.remove(at, 1);
    } else {
      chain.remove(node, at, list.after(at), 1);
    }
  }

  /** Packs a chain again that has become small; where there is no memory for that it stays. */
  private void shrink() {
    ListChain old = chain;
    if (old == null || old.nodes() != 1) {
      return;
    }
    Listpack only = old.open(0);
    if (ListLimits.isSmall(setting(), only.bytes(), old.size())) {
      try {
        pack(old, only);
      } catch (OutOfMemoryError refused) {
        return;
      }
    }
  }

  private void pack(ListChain old, Listpack only) {
    int bytes = only.bytes();
    home.becomePacked(ValueType.LIST, Encoding.LISTPACK, bytes);
    MemorySegment.copy(only.segment(), only.offset(), home.segment(), home.offset(), bytes);
    while (!old.freeSome(Integer.MAX_VALUE)) {}
  }
}
