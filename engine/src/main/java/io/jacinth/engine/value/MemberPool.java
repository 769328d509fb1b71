package io.jacinth.engine.value;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Copies of members that a command gathers before it can answer or store them: a reply says first
 * how many there are, and what is stored may take the place of what was read. Where asked, it keeps
 * each member once, by a table with open addressing. Owned by one worker and reused.
 *
 * <pre>
 *   member  4 length, negative (its complement) once removed | 4 of the hash | bytes
 *   table   8 a slot: 24 bits of the hash, 40 bits of the member's place plus one; 0: free
 * </pre>
 */
public final class MemberPool {
  private static final int HEADER_BYTES = 8;
  private static final int KEPT_BYTES = 64 * 1024;
  private static final int FIRST_SLOTS = 256;
  private static final int PLACE_BITS = 40;
  private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;

  private final KeyHasher hasher;
  private final Scratch members = new Scratch(KEPT_BYTES);
  private final Scratch table = new Scratch(FIRST_SLOTS * Long.BYTES);
  private final Slice view = new Slice();
  private final Slice again = new Slice();
  private long end;
  private long count;
  private long slots;
  private long used;
  private long cursor;

  public MemberPool(KeyHasher hasher) {
    this.hasher = hasher;
  }

  /** Forgets all members and gives back what many of them took. */
  public void clear() {
    end = 0;
    count = 0;
    slots = 0;
    used = 0;
    view.set(Slice.EMPTY);
    members.release();
    table.release();
  }

  /** Number of members. */
  public long count() {
    return count;
  }

  /** Adds a member that, as the caller knows, is not there, or any bytes; answers their place. */
  public long append(Slice member) {
    return write(member, 0);
  }

  /** Adds the member at a place once more. */
  public long appendAgain(long place) {
    int length = members.segment().get(JAVA_INT_UNALIGNED, place);
    reserve(length);
    return append(member(place, again));
  }

  /** The member at a place. */
  public Slice member(long place, Slice into) {
    MemorySegment segment = members.segment();
    return into.set(segment, place + HEADER_BYTES, segment.get(JAVA_INT_UNALIGNED, place));
  }

  /** The place of the member that will be added next. */
  public long end() {
    return end;
  }

  private void reserve(int length) {
    long next = end + HEADER_BYTES + length;
    if (next > members.bytes()) {
      members.grow(next, end);
    }
  }

  private long write(Slice member, int hash) {
    reserve(member.length());
    long place = end;
    MemorySegment segment = members.segment();
    segment.set(JAVA_INT_UNALIGNED, place, member.length());
    segment.set(JAVA_INT_UNALIGNED, place + 4, hash);
    member.copyTo(segment, place + HEADER_BYTES);
    end = place + HEADER_BYTES + member.length();
    count++;
    return place;
  }

  /** Adds a member; false where it is there. Not to be mixed with {@link #append}. */
  public boolean add(Slice member) {
    if (used * 2 >= slots) {
      growTable();
    }
    int hash = hash(member);
    long slot = find(hash, member);
    if (slot < 0) {
      return false;
    }
    enter(slot, hash, write(member, hash));
    return true;
  }

  /** Whether a member was added by {@link #add}. */
  public boolean contains(Slice member) {
    return slots > 0 && find(hash(member), member) < 0;
  }

  /** Removes a member that was added; false where it is not there. */
  public boolean remove(Slice member) {
    if (slots == 0) {
      return false;
    }
    long slot = find(hash(member), member);
    if (slot >= 0) {
      return false;
    }
    long place = placeAt(~slot);
    members.segment().set(JAVA_INT_UNALIGNED, place, ~member.length());
    count--;
    return true;
  }

  /**
   * The upper half of the hash: members often come in the order of a hash table's buckets, which is
   * that of the lower bits, and would pile up in one part of this table.
   */
  private int hash(Slice member) {
    return (int) (hasher.hash(member.segment(), member.offset(), member.length()) >>> 32);
  }

  private void enter(long slot, int hash, long place) {
    table.segment().set(JAVA_LONG, slot << 3, (long) tag(hash) << PLACE_BITS | place + 1);
    used++;
  }

  private static int tag(int hash) {
    return hash >>> 8;
  }

  private long placeAt(long slot) {
    return (table.segment().get(JAVA_LONG, slot << 3) & PLACE_MASK) - 1;
  }

  /** The complement of a member's slot, or the free slot where it belongs. */
  private long find(int hash, Slice member) {
    long slot = hash & slots - 1;
    while (true) {
      long content = table.segment().get(JAVA_LONG, slot << 3);
      if (content == 0) {
        return slot;
      }
      if (content >>> PLACE_BITS == tag(hash) && holds((content & PLACE_MASK) - 1, member)) {
        return ~slot;
      }
      slot = slot + 1 & slots - 1;
    }
  }

  private boolean holds(long place, Slice member) {
    MemorySegment segment = members.segment();
    return segment.get(JAVA_INT_UNALIGNED, place) == member.length()
        && Slice.contentEquals(
            segment, place + HEADER_BYTES, member.segment(), member.offset(), member.length());
  }

  private void growTable() {
    slots = slots == 0 ? FIRST_SLOTS : slots * 2;
    if (slots << 3 > table.bytes()) {
      table.grow(slots << 3, 0);
    } else {
      table.segment().asSlice(0, slots << 3).fill((byte) 0);
    }
    used = 0;
    for (long place = 0; place < end; place = after(place)) {
      int hash = members.segment().get(JAVA_INT_UNALIGNED, place + 4);
      long slot = hash & slots - 1;
      while (table.segment().get(JAVA_LONG, slot << 3) != 0) {
        slot = slot + 1 & slots - 1;
      }
      enter(slot, hash, place);
    }
  }

  private long after(long place) {
    int length = members.segment().get(JAVA_INT_UNALIGNED, place);
    return place + HEADER_BYTES + (length < 0 ? ~length : length);
  }

  // ---------------------------------------------------------------- walking

  /** Stands before the first member. */
  public void rewind() {
    rewind(0);
  }

  /** Stands before the member at a place. */
  public void rewind(long place) {
    cursor = place;
  }

  /** The next member in the order in which they came, or, at the end, null. */
  public @Nullable Slice next() {
    while (cursor < end) {
      long place = cursor;
      int length = members.segment().get(JAVA_INT_UNALIGNED, place);
      cursor = after(place);
      if (length >= 0) {
        return view.set(members.segment(), place + HEADER_BYTES, length);
      }
    }
    return null;
  }

  /** Answers all members, behind a header that the caller has written, and forgets them. */
  public void writeTo(Reply reply) {
    rewind();
    for (Slice member = next(); member != null; member = next()) {
      reply.bulk(member);
    }
    clear();
  }
}
