package io.jacinth.engine.value;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.memory.CountedTree;
import io.jacinth.memory.HashIndex;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.memory.TreeCursor;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The large form of a hash: a table of blocks that hold field and value. Used under the partition's
 * lock.
 *
 * <pre>
 *   length 1 (255: then 4), field,
 *   where the field has a deadline: 254, then 8 bytes, milliseconds since 1970
 *   length 1 (255: then 4), value
 * </pre>
 *
 * <p>The fields that have a deadline are also in a tree, in the order in which they expire.
 */
final class HashTable extends Structure {
  /** The deadline of a field that has none. */
  static final long NO_DEADLINE = -1;

  private static final int WIDE = 255;
  private static final int EXPIRES = 254;
  private static final int DEADLINE_BYTES = 9;

  /** Near enough what the objects take. */
  private static final int OBJECT_BYTES = 200;

  private final SlabAllocator slabs;
  private final MemberTable fields;
  private final Slice view = new Slice();
  private final Slice shownField = new Slice();
  private final Slice shownValue = new Slice();
  private final FieldDeadline probe = new FieldDeadline();
  private @Nullable CountedTree<FieldDeadline> deadlines;
  private long blockBytes;

  HashTable(SlabAllocator slabs, KeyHasher hasher) {
    this.slabs = slabs;
    this.fields = new MemberTable(slabs, hasher, 0);
  }

  MemberTable fields() {
    return fields;
  }

  @Override
  public MemberTable members() {
    return fields;
  }

  @Override
  void show(long ref, ElementSink sink) {
    sink.field(fields.member(ref, shownField), value(ref, shownValue), deadline(ref));
  }

  @Override
  public @Nullable Journal beginJournal(LongPredicate allows) {
    HashTable before = new HashTable(slabs, fields.hasher());
    return journal(new TableJournal(this, fields, before, allows));
  }

  @Override
  void copyElement(long ref, Structure target) {
    Slice field = fields.member(ref, shownField);
    ((HashTable) target).put(field, value(ref, shownValue), deadline(ref));
  }

  @Override
  void restoreElement(Slice field, Structure source) {
    HashTable table = (HashTable) source;
    long ref = table.fields.find(field);
    if (ref == 0) {
      remove(field);
    } else {
      put(field, table.value(ref, shownValue), table.deadline(ref));
    }
  }

  private static long stored(int length, long deadline) {
    return length + (length < EXPIRES ? 1L : 5L) + (deadline == NO_DEADLINE ? 0 : DEADLINE_BYTES);
  }

  /** The value in a field's block. */
  Slice value(long ref, Slice into) {
    Slice field = fields.member(ref, view);
    MemorySegment segment = field.segment();
    long at = field.offset() + field.length();
    int length = segment.get(JAVA_BYTE, at) & 0xFF;
    if (length == EXPIRES) {
      at += DEADLINE_BYTES;
      length = segment.get(JAVA_BYTE, at) & 0xFF;
    }
    return length < WIDE
        ? into.set(segment, at + 1, length)
        : into.set(segment, at + 5, segment.get(JAVA_INT_UNALIGNED, at + 1));
  }

  /** The deadline in a field's block. */
  long deadline(long ref) {
    Slice field = fields.member(ref, view);
    MemorySegment segment = field.segment();
    long at = field.offset() + field.length();
    return (segment.get(JAVA_BYTE, at) & 0xFF) == EXPIRES
        ? segment.get(JAVA_LONG_UNALIGNED, at + 1)
        : NO_DEADLINE;
  }

  /** Stores a value under a field; true where the field is new. Neither may lie in the table. */
  boolean put(Slice field, Slice value, long deadline) {
    long ref = fields.find(field);
    if (ref == 0) {
      add(field, value, deadline);
      return true;
    }
    long bytes = fields.bytesFor(field.length(), stored(value.length(), deadline));
    if (SlabAllocator.sizeClassOf(bytes) != slabs.capacity(ref)) {
      move(ref, field, value, deadline);
      return false;
    }
    long old = deadline(ref);
    if (deadline != old && deadline != NO_DEADLINE) {
      enter(deadline, ref);
    }
    fields.changing(ref);
    slabs.resized(ref, bytes);
    write(ref, field, value, deadline);
    if (deadline != old) {
      leave(old, ref);
    }
    return false;
  }

  private void add(Slice field, Slice value, long deadline) {
    long ref = fields.add(field, stored(value.length(), deadline));
    write(ref, field, value, deadline);
    try {
      enter(deadline, ref);
    } catch (OutOfMemoryError refused) {
      fields.remove(field, ref);
      throw refused;
    }
    blockBytes += slabs.capacity(ref);
  }

  /** Puts a block with this value and deadline in the place of a field's old one. */
  private void move(long ref, Slice field, Slice value, long deadline) {
    long moved = fields.newBlock(field, stored(value.length(), deadline));
    write(moved, field, value, deadline);
    try {
      enter(deadline, moved);
    } catch (OutOfMemoryError refused) {
      slabs.free(moved);
      throw refused;
    }
    leave(deadline(ref), ref);
    fields.replace(field, ref, moved);
    blockBytes += slabs.capacity(moved) - slabs.capacity(ref);
    slabs.free(ref);
  }

  private void write(long ref, Slice field, Slice value, long deadline) {
    MemorySegment segment = slabs.segment(ref);
    long at = SlabAllocator.offset(ref) + fields.payloadAt(field.length());
    if (deadline != NO_DEADLINE) {
      segment.set(JAVA_BYTE, at, (byte) EXPIRES);
      segment.set(JAVA_LONG_UNALIGNED, at + 1, deadline);
      at += DEADLINE_BYTES;
    }
    int length = value.length();
    if (length < EXPIRES) {
      segment.set(JAVA_BYTE, at, (byte) length);
      value.copyTo(segment, at + 1);
    } else {
      segment.set(JAVA_BYTE, at, (byte) WIDE);
      segment.set(JAVA_INT_UNALIGNED, at + 1, length);
      value.copyTo(segment, at + 5);
    }
  }

  /** Removes a field; false where it is not there. */
  boolean remove(Slice field) {
    long ref = fields.find(field);
    if (ref == 0) {
      return false;
    }
    leave(deadline(ref), ref);
    blockBytes -= slabs.capacity(ref);
    fields.remove(field, ref);
    return true;
  }

  // ---------------------------------------------------------------- deadlines

  /** Gives a field, which must be there, a deadline or takes it away. */
  void setDeadline(Slice field, long deadline) {
    long ref = fields.find(field);
    if (deadline != deadline(ref)) {
      move(ref, field, value(ref, new Slice()), deadline);
    }
  }

  private void enter(long deadline, long ref) {
    if (deadline != NO_DEADLINE) {
      CountedTree<FieldDeadline> tree = deadlines;
      if (tree == null) {
        tree =
            new CountedTree<>(slabs, FieldDeadline.ORDER, FieldDeadline.WORDS, FieldDeadline.WORDS);
        deadlines = tree;
      }
      tree.insert(probe.set(deadline, ref));
    }
  }

  private void leave(long deadline, long ref) {
    if (deadlines != null && deadline != NO_DEADLINE) {
      deadlines.remove(probe.set(deadline, ref));
    }
  }

  /** Whether the deadline of a field has passed. */
  boolean isGone(long ref, long nowMillis) {
    long deadline = deadline(ref);
    return deadline != NO_DEADLINE && deadline <= nowMillis;
  }

  /** The deadline of the field that expires first; {@link #NO_DEADLINE} where none does. */
  long earliestDeadline() {
    TreeCursor cursor = new TreeCursor();
    return deadlines != null && deadlines.findRank(0, cursor)
        ? probe.set(cursor.segment(), cursor.offset()).millis()
        : NO_DEADLINE;
  }

  /** Number of fields whose deadlines have passed. O(log n). */
  long countGone(long nowMillis) {
    return deadlines == null ? 0 : deadlines.countBefore(probe.set(nowMillis + 1, 0));
  }

  /**
   * Removes fields whose deadlines have passed, the most so many, each after it was shown; answers
   * how many.
   */
  long removeExpired(long nowMillis, int most, Consumer<Slice> visitor) {
    CountedTree<FieldDeadline> tree = deadlines;
    if (tree == null) {
      return 0;
    }
    TreeCursor cursor = new TreeCursor();
    long removed = 0;
    while (removed < most
        && tree.findRank(0, cursor)
        && probe.set(cursor.segment(), cursor.offset()).millis() <= nowMillis) {
      visitor.accept(fields.member(probe.ref(), view));
      tree.removeFound();
      blockBytes -= slabs.capacity(probe.ref());
      fields.remove(probe.ref());
      removed++;
    }
    return removed;
  }

  @Override
  public boolean expiresElements() {
    return deadlines != null;
  }

  // ---------------------------------------------------------------- the structure

  @Override
  public long size() {
    return fields.size();
  }

  @Override
  public boolean isEmpty(long nowMillis) {
    return size() == countGone(nowMillis);
  }

  @Override
  public long bytes() {
    return blockBytes
        + fields.tableBytes()
        + (deadlines == null ? 0 : deadlines.bytes())
        + OBJECT_BYTES;
  }

  @Override
  public String encodingName() {
    return "hashtable";
  }

  @Override
  public Structure copy(SlabAllocator target) {
    HashTable copy = new HashTable(target, fields.hasher());
    Slice field = new Slice();
    Slice value = new Slice();
    try {
      fields
          .index()
          .forEach(
              ref -> {
                long deadline = deadline(ref);
                copy.put(fields.member(ref, field), value(ref, value), deadline);
              });
    } catch (OutOfMemoryError refused) {
      while (!copy.freeSome(1024)) {}
      throw refused;
    }
    return copy;
  }

  @Override
  public boolean freeSome(int blocks) {
    return (deadlines == null || deadlines.clearStep(blocks))
        && fields.freeSome(Math.max(1, blocks / 8));
  }

  @Override
  public void forEachBlock(LongConsumer visitor) {
    fields.forEachBlock(visitor);
    if (deadlines != null) {
      deadlines.forEachBlock(visitor);
    }
  }

  @Override
  public void check() {
    fields.check();
    checkDeadlines();
    long[] sum = {0};
    fields.index().forEach(ref -> sum[0] += slabs.capacity(ref));
    if (sum[0] != blockBytes) {
      throw new IllegalStateException("fields take " + sum[0] + " bytes, counted " + blockBytes);
    }
  }

  private void checkDeadlines() {
    long[] count = {0};
    fields.index().forEach(ref -> count[0] += deadline(ref) == NO_DEADLINE ? 0 : 1);
    long indexed = deadlines == null ? 0 : deadlines.size();
    if (count[0] != indexed) {
      throw new IllegalStateException(
          count[0] + " fields have a deadline, " + indexed + " are in the tree");
    }
    if (deadlines != null) {
      deadlines.check(probe::set);
    }
  }

  @Override
  public HashIndex<?> table() {
    return fields.index();
  }
}
