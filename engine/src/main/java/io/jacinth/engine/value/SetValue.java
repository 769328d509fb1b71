package io.jacinth.engine.value;

import io.jacinth.memory.HashWalk;
import io.jacinth.memory.Listpack;
import io.jacinth.protocol.Slice;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The set under a key. A movable view that is opened by {@link
 * io.jacinth.engine.keyspace.Database}; it hides in which of three forms the set lies: integers in
 * order ({@link Intset}), a packed list, or a {@link SetTable}.
 *
 * <p>It can be <em>at</em> a member, found by a walk or by chance, until the next change.
 */
public final class SetValue {
  /** As long as the list is no larger, it may hold members longer than the packed form's. */
  private static final int WIDE_BYTES = 4096;

  private final ValueHome home;
  private final Packed packed;
  private final Listpack list;
  private final Element given = new Element();
  private final Element found = new Element();
  private final Slice view = new Slice();
  private final HashWalk walk = new HashWalk();

  private boolean exists;
  private @Nullable SetTable table;
  private @Nullable IntegerSet integers;

  /** The integer form, whose object is kept while another form is in use. */
  private final IntegerSet integerForm;

  /** The member that the view is at: its position, index or block. */
  private int position;

  private long ref;
  private boolean isBefore;

  public SetValue(ValueHome home) {
    this.home = home;
    this.packed = new Packed(home);
    this.list = packed.list();
    this.integerForm = new IntegerSet(home);
  }

  /** Looks where the set now is. */
  public SetValue open() {
    exists = home.exists();
    table = null;
    integers = null;
    if (!exists) {
      return this;
    }
    Encoding encoding = home.encoding();
    if (encoding == Encoding.STRUCTURE) {
      table = (SetTable) home.structure();
    } else if (encoding == Encoding.INTSET) {
      integers = integerForm.open();
    } else {
      packed.open();
    }
    return this;
  }

  /** Number of members. */
  public long size() {
    if (table != null) {
      return table.size();
    }
    return integers != null ? integers.count() : exists ? list.count() : 0;
  }

  /** The large form; null where the set is packed. */
  public @Nullable SetTable table() {
    return table;
  }

  // ---------------------------------------------------------------- members

  public boolean contains(Slice member) {
    if (table != null) {
      return table.find(member) != 0;
    }
    return exists && find(given.set(member));
  }

  /** Whether a member of another set is in this one. */
  public boolean contains(Element member) {
    if (table == null && exists && member.isInteger()) {
      return find(member);
    }
    return contains(member.bytes());
  }

  /** Goes to a member of a packed set. */
  private boolean find(Element member) {
    if (integers != null) {
      position = member.isInteger() ? integers.search(member.integer()) : -1;
      return position >= 0;
    }
    position = packed.find(member, list.first(), 1);
    return position != 0;
  }

  /** Adds a member; false where it is there. */
  public boolean add(Slice member) {
    if (table != null) {
      return table.add(member);
    }
    given.set(member);
    if (!exists) {
      create();
      return true;
    }
    if (find(given)) {
      return false;
    }
    addNew(member);
    return true;
  }

  private void create() {
    if (given.isInteger() && home.limits().setMaxIntsetEntries.value() > 0) {
      integerForm.create(given.integer());
      open();
    } else if (fits(Listpack.EMPTY_BYTES, 0)) {
      packed.create(ValueType.SET, Encoding.LISTPACK);
      exists = true;
      append();
    } else {
      becomeTable(given.bytes());
    }
  }

  private void addNew(Slice member) {
    if (integers != null && given.isInteger()) {
      if (integers.count() < home.limits().setMaxIntsetEntries.value()) {
        integers.insert(~position, given.integer());
      } else {
        becomeTable(member);
      }
    } else if (integers != null && fits(integers.listBytes(), integers.count())) {
      integers.becomeList();
      open();
      append();
    } else if (integers == null && fits(list.bytes(), list.count())) {
      append();
    } else {
      becomeTable(member);
    }
  }

  /** Whether the member given has its place in a packed list of so many bytes and members. */
  private boolean fits(int bytes, int count) {
    return count < home.limits().setMaxListpackEntries.value()
        && (!isLong() && !isWide() || bytes + given.packedBytes() <= WIDE_BYTES);
  }

  private boolean isWide() {
    return exists && home.encoding() == Encoding.LISTPACK_WIDE;
  }

  private boolean isLong() {
    return given.length() > home.limits().setMaxListpackValue.value();
  }

  private void append() {
    boolean isLong = isLong();
    packed.append(given);
    if (isLong && home.encoding() == Encoding.LISTPACK) {
      home.encode(Encoding.LISTPACK_WIDE);
    }
  }

  /** Puts the members and one more into a table. */
  private void becomeTable(Slice member) {
    SetTable larger = new SetTable(home.slabs(), home.hasher());
    try {
      rewind();
      while (next()) {
        larger.add(member().bytes());
      }
      larger.add(member);
      home.become(ValueType.SET, larger);
    } catch (OutOfMemoryError refused) {
      larger.free();
      throw refused;
    }
    open();
  }

  /** Puts a table with some of the members in this table's place. */
  public void become(SetTable other) {
    home.become(ValueType.SET, other);
    open();
  }

  /** An empty table in the set's memory, for {@link #become}. */
  public SetTable newTable() {
    return new SetTable(home.slabs(), home.hasher());
  }

  /** Removes a member; false where it is not there. */
  public boolean remove(Slice member) {
    if (table != null) {
      ref = table.find(member);
      if (ref == 0) {
        return false;
      }
      table.remove(ref);
      return true;
    }
    if (!exists || !find(given.set(member))) {
      return false;
    }
    remove();
    return true;
  }

  /**
   * Removes the member that the view is at. A walk over a packed set may go on behind it, one over
   * a table may not.
   */
  public void remove() {
    if (table != null) {
      table.remove(ref);
    } else if (integers != null) {
      integers.remove(position);
      position--;
    } else {
      packed.remove(position, 1);
      position = position == list.end() ? 0 : position;
      isBefore = true;
    }
  }

  // ---------------------------------------------------------------- walking

  /** Stands before the first member. */
  public void rewind() {
    if (table != null) {
      walk.start(table.index());
    } else if (integers != null) {
      position = -1;
    } else {
      position = exists ? list.first() : 0;
      isBefore = true;
    }
  }

  /** Goes to the next member; false where there is none. */
  public boolean next() {
    if (table != null) {
      ref = walk.next();
      return ref != 0;
    }
    if (integers != null) {
      return ++position < integers.count();
    }
    if (isBefore) {
      isBefore = false;
    } else if (position != 0) {
      position = list.next(position);
    }
    return position != 0;
  }

  /** The member that the view is at. */
  public Element member() {
    if (table != null) {
      table.member(ref, view);
      return found.setBytes(view.segment(), view.offset(), view.length());
    }
    return integers != null ? found.set(integers.get(position)) : found.set(list, position);
  }

  /** Goes to a member drawn at random; the set must have one. */
  public void random() {
    if (table != null) {
      ref = table.index().random(home.random().nextLong());
    } else if (integers != null) {
      position = home.random().nextInt(integers.count());
    } else {
      position = list.at(home.random().nextInt(list.count()));
    }
  }

  /** Chance: whether to take one of so many that are left, where so many are still wanted. */
  public boolean draws(long wanted, long left) {
    return wanted == left || home.random().nextLong(left) < wanted;
  }

  /**
   * Visits members of a table from a cursor on, as {@link io.jacinth.memory.HashIndex#scan}.
   *
   * @param visitor takes blocks
   */
  public long scan(long cursor, LongConsumer visitor) {
    return table == null ? 0 : table.index().scan(cursor, visitor);
  }
}
