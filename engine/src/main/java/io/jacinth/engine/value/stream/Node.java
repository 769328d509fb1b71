package io.jacinth.engine.value.stream;

import io.jacinth.engine.value.Element;
import io.jacinth.memory.Listpack;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Reply;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A movable view of one node of a stream and of one entry in it. A node is a packed list, byte for
 * byte what RDB files hold (type STREAM_LISTPACKS): first a master entry, whose fields the others
 * need not repeat, then the entries.
 *
 * <pre>
 *   master  count, deleted, number of fields, field*, 0
 *   entry   flags, millis - the master's, sequence - the master's,
 *           SAMEFIELDS: value*
 *           else: number of fields, (field, value)*
 *           then how many elements the entry has before this one, to walk backwards by
 * </pre>
 *
 * <p>The master's id is that of the first entry ever added; it stands in the directory. A deleted
 * entry keeps its place with the flag DELETED, and is counted in {@code deleted}. Valid until the
 * node is written to by another view.
 */
final class Node {
  static final int DELETED = 1;
  static final int SAME_FIELDS = 2;

  private final Listpack list = new Listpack();
  private final Element element = new Element();
  private final Consumer<Element> writer = this::answer;
  private @Nullable Reply target;
  private long ref;
  private long masterMillis;
  private long masterSequence;
  private int masterFieldCount;
  private int masterFields;
  private int firstEntry;

  /** The entry's position; {@link #firstEntry} or {@link Listpack#end} stand for none. */
  private int position;

  private int after;
  private int flags;
  private long millis;
  private long sequence;
  private int fieldCount;
  private int fields;

  /** Points at a node, before its first entry. */
  Node open(SlabAllocator slabs, NodeDirectory directory, int index) {
    ref = directory.ref(index);
    masterMillis = directory.millis(index);
    masterSequence = directory.sequence(index);
    list.set(slabs.segment(ref), SlabAllocator.offset(ref));
    int at = list.after(list.after(list.first()));
    masterFieldCount = (int) list.integer(at);
    masterFields = list.after(at);
    at = masterFields;
    for (int i = 0; i < masterFieldCount; i++) {
      at = list.after(at);
    }
    firstEntry = list.after(at);
    return rewind();
  }

  /** Points at the same node and entry as another view. */
  Node set(Node other) {
    ref = other.ref;
    masterMillis = other.masterMillis;
    masterSequence = other.masterSequence;
    masterFieldCount = other.masterFieldCount;
    masterFields = other.masterFields;
    firstEntry = other.firstEntry;
    list.set(other.list.segment(), other.list.offset());
    position = other.position;
    after = other.after;
    flags = other.flags;
    millis = other.millis;
    sequence = other.sequence;
    fieldCount = other.fieldCount;
    fields = other.fields;
    return this;
  }

  Listpack list() {
    return list;
  }

  /** Number of entries, those deleted left out. */
  static long live(SlabAllocator slabs, long ref, Listpack view) {
    view.set(slabs.segment(ref), SlabAllocator.offset(ref));
    return view.integer(view.first());
  }

  /** Number of entries, those deleted left out. */
  long live() {
    return list.integer(list.first());
  }

  /** Number of entries that are marked as deleted. */
  long deleted() {
    return list.integer(list.after(list.first()));
  }

  int masterFieldCount() {
    return masterFieldCount;
  }

  /** The position of the master's first field. */
  int masterFields() {
    return masterFields;
  }

  // ---------------------------------------------------------------- walking

  /** Goes before the first entry. */
  Node rewind() {
    position = firstEntry;
    after = firstEntry;
    return this;
  }

  /** The position of the entry. */
  int position() {
    return position;
  }

  /** Goes before the entry at a position. */
  void goBefore(int entryPosition) {
    after = entryPosition;
  }

  /** Goes behind the last entry. */
  Node rewindToEnd() {
    position = list.end();
    after = position;
    return this;
  }

  /** Moves to the next entry, deleted or not; false where there is none. */
  boolean forward() {
    position = after;
    if (position == list.end()) {
      return false;
    }
    read();
    return true;
  }

  /** Moves to the entry before, deleted or not; false where there is none. */
  boolean backward() {
    if (position == firstEntry) {
      return false;
    }
    int at = list.previous(position);
    for (long i = list.integer(at); i > 0; i--) {
      at = list.previous(at);
    }
    position = at;
    read();
    return true;
  }

  private void read() {
    flags = (int) list.integer(position);
    int at = list.after(position);
    millis = masterMillis + list.integer(at);
    at = list.after(at);
    sequence = masterSequence + list.integer(at);
    at = list.after(at);
    if ((flags & SAME_FIELDS) != 0) {
      fieldCount = masterFieldCount;
      fields = at;
    } else {
      fieldCount = (int) list.integer(at);
      fields = list.after(at);
    }
    at = fields;
    for (int i = (flags & SAME_FIELDS) != 0 ? fieldCount : 2 * fieldCount; i > 0; i--) {
      at = list.after(at);
    }
    after = list.after(at);
  }

  boolean isDeleted() {
    return (flags & DELETED) != 0;
  }

  long millis() {
    return millis;
  }

  long sequence() {
    return sequence;
  }

  int compareTo(StreamId id) {
    return StreamId.compare(millis, sequence, id.millis(), id.sequence());
  }

  private void answer(Element word) {
    word.writeTo(Objects.requireNonNull(target));
  }

  /** Answers fields and values as a flat array. */
  void writeFields(Reply reply) {
    reply.array(2L * fieldCount);
    target = reply;
    words(writer);
  }

  /** Gives fields and values in turn; the visitor must not change anything. */
  void words(Consumer<Element> visitor) {
    boolean isSame = (flags & SAME_FIELDS) != 0;
    int field = isSame ? masterFields : fields;
    int value = fields;
    for (int i = 0; i < fieldCount; i++) {
      visitor.accept(element.set(list, field));
      field = list.after(field);
      if (!isSame) {
        value = field;
      }
      visitor.accept(element.set(list, value));
      value = list.after(value);
      if (!isSame) {
        field = value;
      }
    }
  }

  // ---------------------------------------------------------------- marking

  /** The change in bytes that marking so many entries as deleted can make at most. */
  static final int MARKING_BYTES = 18;

  /** Marks the entry as deleted, in the bytes that its flags have. */
  void markDeleted() {
    flags |= DELETED;
    list.write(position, flags);
  }

  /**
   * Says that so many entries, which are marked, are deleted. The block must have room for {@link
   * #MARKING_BYTES} more. Positions are lost.
   */
  void countDeleted(long entries) {
    long live = live();
    long deleted = deleted();
    int at = list.first();
    at = replace(at, live - entries);
    replace(at, deleted + entries);
  }

  /** Counts one entry more. The block must have room for it. */
  void countAdded() {
    replace(list.first(), live() + 1);
  }

  private int replace(int at, long integer) {
    int old = list.after(at);
    int bytes = Listpack.bytesOf(integer);
    if (bytes != old - at) {
      list.makeRoom(at, old, bytes, 0);
    }
    return list.write(at, integer);
  }
}
