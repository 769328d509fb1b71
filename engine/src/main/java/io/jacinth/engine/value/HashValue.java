package io.jacinth.engine.value;

import io.jacinth.memory.Listpack;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The hash under a key: fields with values. A movable view that is opened by {@link
 * io.jacinth.engine.keyspace.Database}; it hides whether the hash is packed (fields and values in
 * turn, in the order in which they came; once a field was given a deadline, each pair with its
 * deadline, 0 for none) or a {@link HashTable}.
 *
 * <p>Fields of a large hash whose deadlines have passed may be there for a while; {@link
 * #hideExpired} makes it answer as if they were not.
 *
 * <p>Elements that it answers lie in the hash: they are valid until the next change.
 */
public final class HashValue {
  /** As long as the list is no larger, it may hold elements longer than the packed form's. */
  private static final int WIDE_BYTES = 4096;

  /** The deadline of a field that has none. */
  public static final long NO_DEADLINE = HashTable.NO_DEADLINE;

  /** What {@link #deadline} answers where there is no such field. */
  public static final long NO_FIELD = -2;

  private static final int PACKED_NO_DEADLINE = 0;

  /** Says that no field is hidden. */
  private static final long NONE_GONE = -1;

  /** How often a field is drawn anew where it is one that is hidden. */
  private static final int MOST_DRAWS = 100;

  /** What a walk over all fields sees. */
  public interface Visitor {
    void visit(Element field, Element value);
  }

  private final ValueHome home;
  private final Packed packed;
  private final Listpack list;
  private final Element sought = new Element();
  private final Element given = new Element();
  private final Element field = new Element();
  private final Element value = new Element();
  private final Slice view = new Slice();
  private final LongConsumer entryWriter = this::writeEntry;
  private @Nullable Reply reply;
  private boolean writesFields;
  private boolean writesValues;

  /** The large form; null where the hash is packed, or not there. */
  private @Nullable HashTable table;

  private boolean exists;

  /** Fields with deadlines up to this time are hidden, or {@link #NONE_GONE}. */
  private long goneBy;

  /** How many elements of the packed form belong to a field: 2, or 3 where there are deadlines. */
  private int stride;

  public HashValue(ValueHome home) {
    this.home = home;
    this.packed = new Packed(home);
    this.list = packed.list();
  }

  /** Looks where the hash now is. */
  public HashValue open() {
    exists = home.exists();
    table = exists && home.encoding() == Encoding.STRUCTURE ? (HashTable) home.structure() : null;
    goneBy = NONE_GONE;
    stride = 2;
    if (exists && table == null) {
      packed.open();
      stride = home.encoding() == Encoding.LISTPACK_EX ? 3 : 2;
    }
    return this;
  }

  /** Hides the fields whose deadlines have passed, until the hash is opened again. */
  public HashValue hideExpired(long nowMillis) {
    if (table != null && table.countGone(nowMillis) > 0) {
      goneBy = nowMillis;
    }
    return this;
  }

  private boolean isHidden(HashTable large, long ref) {
    return goneBy != NONE_GONE && large.isGone(ref, goneBy);
  }

  /** Number of fields. */
  public long size() {
    HashTable large = table;
    if (large != null) {
      return large.size() - (goneBy == NONE_GONE ? 0 : large.countGone(goneBy));
    }
    return exists ? list.count() / stride : 0;
  }

  // ---------------------------------------------------------------- one field

  /** The value of a field, null where there is none. */
  public @Nullable Element get(Slice name) {
    if (table != null) {
      long ref = find(table, name);
      return ref == 0 ? null : tableValue(table, ref);
    }
    int position = position(name);
    return position == 0 ? null : value.set(list, list.after(position));
  }

  /** The block of a field that is not hidden, 0 where there is none. */
  private long find(HashTable large, Slice name) {
    long ref = large.fields().find(name);
    return ref == 0 || isHidden(large, ref) ? 0 : ref;
  }

  private int position(Slice name) {
    return exists ? packed.find(sought.set(name), list.first(), stride) : 0;
  }

  private Element tableValue(HashTable from, long ref) {
    from.value(ref, view);
    return value.setBytes(view.segment(), view.offset(), view.length());
  }

  public boolean contains(Slice name) {
    return table != null ? find(table, name) != 0 : position(name) != 0;
  }

  /**
   * Stores a value under a field, which has no deadline then; true where the field is new. Neither
   * may lie in the hash.
   */
  public boolean put(Slice name, Slice newValue) {
    return put(name, newValue, false);
  }

  /** As {@link #put(Slice, Slice)}, but a field that is there keeps its deadline. */
  public boolean putKeepingDeadline(Slice name, Slice newValue) {
    return put(name, newValue, true);
  }

  private boolean put(Slice name, Slice newValue, boolean keepsDeadline) {
    if (table == null) {
      prepare(name, newValue);
    }
    HashTable large = table;
    if (large == null) {
      return putPacked(name, newValue, keepsDeadline);
    }
    if (goneBy != NONE_GONE) {
      removeHidden(large, name);
    }
    return large.put(name, newValue, keepsDeadline ? deadlineOrNone(large, name) : NO_DEADLINE);
  }

  /** Takes away a field that is hidden, whose name is to be used again. */
  private void removeHidden(HashTable large, Slice name) {
    long ref = large.fields().find(name);
    if (ref != 0 && isHidden(large, ref)) {
      home.fieldExpires(name);
      large.remove(name);
    }
  }

  private static long deadlineOrNone(HashTable large, Slice name) {
    long ref = large.expiresElements() ? large.fields().find(name) : 0;
    return ref == 0 ? NO_DEADLINE : large.deadline(ref);
  }

  /** Creates the hash where there is none, and makes it large where an element is too long. */
  private void prepare(Slice name, Slice newValue) {
    if (!exists) {
      packed.create(ValueType.HASH, Encoding.LISTPACK);
      exists = true;
    }
    long longest = home.limits().hashMaxListpackValue.value();
    if (name.length() > longest || newValue.length() > longest) {
      if (stride == 3
          || (long) list.bytes() + name.length() + newValue.length() + 20 > WIDE_BYTES) {
        enlarge();
      } else if (home.encoding() == Encoding.LISTPACK) {
        home.encode(Encoding.LISTPACK_WIDE);
      }
    }
  }

  private boolean putPacked(Slice name, Slice newValue, boolean keepsDeadline) {
    int position = position(name);
    given.set(newValue);
    if (position != 0) {
      int end = packed.replace(list.after(position), given);
      if (stride == 3 && !keepsDeadline) {
        packed.replace(end, given.set(PACKED_NO_DEADLINE));
      }
      return false;
    }
    if (isFull()) {
      HashTable large = enlarge();
      return large.put(name, newValue, NO_DEADLINE);
    }
    appendField();
    return true;
  }

  private boolean isFull() {
    return list.count() / stride + 1 > home.limits().hashMaxListpackEntries.value()
        || home.encoding() == Encoding.LISTPACK_WIDE && list.bytes() > WIDE_BYTES;
  }

  /** Appends {@link #sought} and {@link #given}, moving the entry once at most. */
  private void appendField() {
    int at = list.end();
    int deadlineBytes = stride == 3 ? Listpack.bytesOf(PACKED_NO_DEADLINE) : 0;
    packed.makeRoom(at, at, sought.packedBytes() + given.packedBytes() + deadlineBytes, stride);
    int end = given.writeTo(list, sought.writeTo(list, at));
    if (stride == 3) {
      list.write(end, PACKED_NO_DEADLINE);
    }
  }

  private HashTable enlarge() {
    HashTable large = new HashTable(home.slabs(), home.hasher());
    try {
      for (int position = list.first(); position != 0; position = list.skip(position, stride)) {
        field.set(list, position);
        value.set(list, list.after(position));
        large.put(field.bytes(), value.bytes(), packedDeadline(position));
      }
      home.become(ValueType.HASH, large);
    } catch (OutOfMemoryError refused) {
      while (!large.freeSome(1024)) {}
      throw refused;
    }
    table = large;
    return large;
  }

  /** Removes a field; false where it is not there. */
  public boolean remove(Slice name) {
    if (table != null) {
      return find(table, name) != 0 && table.remove(name);
    }
    int position = position(name);
    if (position != 0) {
      packed.remove(position, stride);
    }
    return position != 0;
  }

  // ---------------------------------------------------------------- deadlines

  /**
   * When a field goes away, in milliseconds since 1970; {@link #NO_DEADLINE}, or {@link #NO_FIELD}
   * where there is none.
   */
  public long deadline(Slice name) {
    HashTable large = table;
    if (large != null) {
      long ref = find(large, name);
      return ref == 0 ? NO_FIELD : large.deadline(ref);
    }
    int position = position(name);
    return position == 0 ? NO_FIELD : packedDeadline(position);
  }

  /**
   * The first of the deadlines of a large hash's fields; {@link #NO_DEADLINE} where none has one.
   */
  public long earliestDeadline() {
    HashTable large = table;
    return large == null ? NO_DEADLINE : large.earliestDeadline();
  }

  private long packedDeadline(int position) {
    long deadline =
        stride == 3 ? list.integer(list.after(list.after(position))) : PACKED_NO_DEADLINE;
    return deadline == PACKED_NO_DEADLINE ? NO_DEADLINE : deadline;
  }

  /** Gives a field, which must be there, a deadline, or takes it away. */
  public void setDeadline(Slice name, long deadline) {
    if (deadline != NO_DEADLINE && table == null && stride == 2) {
      makeRoomForDeadlines();
    }
    HashTable large = table;
    if (large != null) {
      if (deadline != NO_DEADLINE) {
        home.expireElements();
      }
      large.setDeadline(name, deadline);
    } else if (stride == 3) {
      int place = position(name);
      if (place == 0) {
        throw new IllegalStateException("no field to set a deadline of");
      }
      int at = list.after(list.after(place));
      packed.replace(at, given.set(deadline == NO_DEADLINE ? PACKED_NO_DEADLINE : deadline));
    }
  }

  private void makeRoomForDeadlines() {
    if (home.encoding() == Encoding.LISTPACK_WIDE) {
      enlarge();
      return;
    }
    home.encode(Encoding.LISTPACK_EX);
    int fields = list.count() / 2;
    int first = list.first();
    int room = fields * Listpack.bytesOf(PACKED_NO_DEADLINE);
    try {
      packed.makeRoom(first, first, room, fields);
    } catch (OutOfMemoryError refused) {
      home.encode(Encoding.LISTPACK);
      throw refused;
    }
    spread(first, first + room, list.bytes());
    stride = 3;
  }

  /** Moves the pairs that begin at a place down to another, with an empty deadline behind each. */
  private void spread(int to, int from, int bytes) {
    MemorySegment segment = list.segment();
    int write = to;
    int read = from;
    while (read < bytes - 1) {
      int end = list.after(list.after(read));
      MemorySegment.copy(segment, list.offset() + read, segment, list.offset() + write, end - read);
      write = list.write(write + end - read, PACKED_NO_DEADLINE);
      read = end;
    }
  }

  /** Whether it is large and the deadlines of all its fields have passed. */
  public boolean isAllExpired(long nowMillis) {
    return table != null && table.isEmpty(nowMillis);
  }

  /**
   * Removes fields whose deadlines have passed, of a large hash the most so many, each after it was
   * shown; answers how many.
   */
  public long removeExpired(long nowMillis, int most, Consumer<Slice> visitor) {
    if (table != null) {
      return table.removeExpired(nowMillis, most, visitor);
    }
    long removed = 0;
    int at = stride == 3 ? list.first() : 0;
    while (at != 0) {
      long deadline = packedDeadline(at);
      if (deadline == NO_DEADLINE || deadline > nowMillis) {
        at = list.skip(at, stride);
      } else {
        visitor.accept(field.set(list, at).bytes());
        packed.remove(at, stride);
        at = at == list.end() ? 0 : at;
        removed++;
      }
    }
    return removed;
  }

  // ---------------------------------------------------------------- all fields

  /** Visits every field; the visitor must not change anything. */
  public void forEach(Visitor visitor) {
    HashTable large = table;
    if (large != null) {
      large.fields().index().forEach(ref -> visit(large, ref, visitor));
      return;
    }
    for (int at = exists ? list.first() : 0; at != 0; at = list.skip(at, stride)) {
      visitor.visit(field.set(list, at), value.set(list, list.after(at)));
    }
  }

  private void visit(HashTable large, long ref, Visitor visitor) {
    if (isHidden(large, ref)) {
      return;
    }
    large.fields().member(ref, view);
    field.setBytes(view.segment(), view.offset(), view.length());
    visitor.visit(field, tableValue(large, ref));
  }

  /** Answers every field, every value, or both in turn; the caller has answered how many. */
  public void writeTo(Reply target, boolean withFields, boolean withValues) {
    HashTable large = table;
    if (large != null) {
      reply = target;
      writesFields = withFields;
      writesValues = withValues;
      large.fields().index().forEach(entryWriter);
      return;
    }
    for (int at = list.first(); at != 0; at = list.skip(at, stride)) {
      if (withFields) {
        field.set(list, at).writeTo(target);
      }
      if (withValues) {
        value.set(list, list.after(at)).writeTo(target);
      }
    }
  }

  private void writeEntry(long ref) {
    HashTable large = Objects.requireNonNull(table);
    if (isHidden(large, ref)) {
      return;
    }
    Reply target = Objects.requireNonNull(reply);
    if (writesFields) {
      target.bulk(large.fields().member(ref, view));
    }
    if (writesValues) {
      target.bulk(large.value(ref, view));
    }
  }

  /**
   * Visits a part of the fields and answers the cursor for the next part, 0 at the end: every field
   * that is there from the first call to the last is visited. A packed hash is one part.
   */
  public long scan(long cursor, long count, Visitor visitor) {
    HashTable large = table;
    if (large == null) {
      forEach(visitor);
      return 0;
    }
    long[] seen = {0};
    long most = count > Long.MAX_VALUE / 10 ? Long.MAX_VALUE : count * 10;
    long next = cursor;
    long buckets = 0;
    do {
      next =
          large
              .fields()
              .index()
              .scan(
                  next,
                  ref -> {
                    seen[0]++;
                    visit(large, ref, visitor);
                  });
    } while (next != 0 && seen[0] < count && ++buckets < most);
    return next;
  }

  /** Shows a visitor one field drawn at random; there must be one. */
  public void random(Visitor visitor) {
    RandomGenerator random = home.random();
    HashTable large = table;
    if (large != null) {
      visit(large, randomOf(large, random), visitor);
    } else {
      int at = list.at(random.nextInt(list.count() / stride) * stride);
      visitor.visit(field.set(list, at), value.set(list, list.after(at)));
    }
  }

  /** A field that is not hidden: the first there is, where nearly all of them are. */
  private long randomOf(HashTable large, RandomGenerator random) {
    for (int draws = 0; draws < MOST_DRAWS; draws++) {
      long ref = large.fields().random(random.nextLong());
      if (!isHidden(large, ref)) {
        return ref;
      }
    }
    long[] found = {0};
    long cursor = 0;
    do {
      cursor =
          large
              .fields()
              .index()
              .scan(cursor, ref -> found[0] = isHidden(large, ref) ? found[0] : ref);
    } while (found[0] == 0 && cursor != 0);
    return found[0];
  }

  /**
   * Shows a visitor so many different fields drawn at random, in the order of the hash: each field
   * in turn is taken with the chance that is left (selection sampling: Knuth, TAOCP 3.4.2, S).
   */
  public void sample(long count, Visitor visitor) {
    RandomGenerator random = home.random();
    long[] left = {size(), count};
    forEach(
        (name, content) -> {
          if (random.nextLong(left[0]) < left[1]) {
            left[1]--;
            visitor.visit(name, content);
          }
          left[0]--;
        });
  }
}
