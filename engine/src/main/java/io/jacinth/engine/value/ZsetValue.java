package io.jacinth.engine.value;

import io.jacinth.memory.Listpack;
import io.jacinth.memory.TreeCursor;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The sorted set under a key: members by score, those of one score by their bytes. A movable view
 * that is opened by {@link io.jacinth.engine.keyspace.Database}; it hides whether the set is packed
 * (members and scores in turn, in order) or a {@link ZsetTable}.
 *
 * <p>It can be <em>at</em> a member, found by name, rank or score, until the next change. Ranks
 * count from 0, the lowest score; every range is one of ranks, whatever it was given as.
 */
public final class ZsetValue implements ScoredMembers {
  /** As long as the list is no larger, it may hold members longer than the packed form's. */
  private static final int WIDE_BYTES = 4096;

  private final ValueHome home;
  private final Packed packed;
  private final Listpack list;
  private final Element sought = new Element();
  private final Element packedScore = new Element();
  private final Element found = new Element();
  private final Slice view = new Slice();
  private final MemorySegment scratch = Arena.ofAuto().allocate(Scores.MAX_TEXT + 8L);
  private final TreeCursor cursor = new TreeCursor();

  /** The large form; null where the set is packed, or not there. */
  private @Nullable ZsetTable table;

  private boolean exists;

  /** The member that the view is at: its position in the list or its block in the table. */
  private int position;

  private long ref;

  public ZsetValue(ValueHome home) {
    this.home = home;
    this.packed = new Packed(home);
    this.list = packed.list();
  }

  /** Looks where the set now is. */
  public ZsetValue open() {
    exists = home.exists();
    table = exists && home.encoding() == Encoding.STRUCTURE ? (ZsetTable) home.structure() : null;
    if (exists && table == null) {
      packed.open();
    }
    return this;
  }

  /** Number of members. */
  @Override
  public long size() {
    return table != null ? table.size() : exists ? list.count() / 2 : 0;
  }

  // ---------------------------------------------------------------- at a member

  /** Goes to a member; false where there is none. */
  @Override
  public boolean find(Slice member) {
    if (table != null) {
      ref = table.find(member);
      return ref != 0;
    }
    position = exists ? packed.find(sought.set(member), list.first(), 2) : 0;
    return position != 0;
  }

  /** Goes to the member of a rank; false where there is none. */
  public boolean at(long rank) {
    if (table != null) {
      return table.at(rank, cursor) && refresh();
    }
    position = exists && rank >= 0 && rank < list.count() / 2 ? list.at((int) rank * 2) : 0;
    return position != 0;
  }

  /** Goes to the first member of a score or a higher one; false where there is none. */
  public boolean from(double score) {
    if (table != null) {
      return at(table.countBelow(score, false));
    }
    position = first();
    while (position != 0 && scoreAt(position) < score) {
      position = list.skip(position, 2);
    }
    return position != 0;
  }

  /** Goes from a member gone to by rank or score to the next; false where there is none. */
  public boolean next() {
    if (table != null) {
      return cursor.next() && refresh();
    }
    position = list.skip(position, 2);
    return position != 0;
  }

  /** Goes from a member gone to by rank or score to the previous; false where there is none. */
  public boolean previous() {
    if (table != null) {
      return cursor.previous() && refresh();
    }
    int score = list.previous(position);
    position = score == 0 ? 0 : list.previous(score);
    return position != 0;
  }

  private boolean refresh() {
    ref = ZsetTable.refAt(cursor);
    return true;
  }

  /** The member that the view is at. */
  public Element member() {
    if (table != null) {
      table.member(ref, view);
      return found.setBytes(view.segment(), view.offset(), view.length());
    }
    return found.set(list, position);
  }

  /** Its score. */
  @Override
  public double score() {
    return table != null ? table.score(ref) : scoreAt(position);
  }

  /**
   * As {@link #score}, for a member gone to by rank or score: read from the order, so that nothing
   * of the member itself is touched.
   */
  public double scoreInOrder() {
    return table != null ? ZsetTable.scoreAt(cursor) : scoreAt(position);
  }

  /** Where the view is, for {@link #backTo}. */
  public long place() {
    return table != null ? ref : position;
  }

  /** Goes to a member that the view was at, since which nothing has changed. */
  public void backTo(long place) {
    if (table != null) {
      ref = place;
    } else {
      position = (int) place;
    }
  }

  private double scoreAt(int member) {
    return Scores.read(list, list.after(member));
  }

  // ---------------------------------------------------------------- ranks

  /** The rank of a member, to which the view goes; -1 where there is none. */
  public long rank(Slice member) {
    if (!find(member)) {
      return -1;
    }
    if (table != null) {
      return table.rank(ref);
    }
    long rank = 0;
    for (int at = list.first(); at != position; at = list.skip(at, 2)) {
      rank++;
    }
    return rank;
  }

  /** Number of members of a lower score than one given, or of that score too. */
  public long countBelow(double score, boolean isInclusive) {
    if (table != null) {
      return table.countBelow(score, isInclusive);
    }
    long count = 0;
    for (int at = first(); at != 0; at = list.skip(at, 2)) {
      double each = scoreAt(at);
      if (each > score || each == score && !isInclusive) {
        break;
      }
      count++;
    }
    return count;
  }

  /** Number of members before a bound, or at it too, in a set whose members have one score. */
  public long countBelow(Slice bound, boolean isInclusive) {
    if (table != null) {
      return table.countBelow(bound, isInclusive);
    }
    long count = 0;
    for (int at = first(); at != 0; at = list.skip(at, 2)) {
      int compared = found.set(list, at).bytes().compareTo(bound);
      if (compared > 0 || compared == 0 && !isInclusive) {
        break;
      }
      count++;
    }
    return count;
  }

  private int first() {
    return exists ? list.first() : 0;
  }

  // ---------------------------------------------------------------- changing

  /** Adds a member that, as the caller knows, is not there. */
  public void add(Slice member, double score) {
    if (table == null && !fits(member, score)) {
      becomeTable(member, score);
    } else if (table != null) {
      table.add(member, score);
    } else {
      addPacked(member, score);
    }
  }

  /** Gives the member that the view is at, which is named once more, another score. */
  public void rescore(Slice member, double score) {
    if (table != null) {
      table.rescore(ref, score);
      return;
    }
    if (scoreAt(position) == score) {
      return;
    }
    int old = position;
    int before = list.bytes();
    int added = insert(member, score);
    packed.remove(added <= old ? old + list.bytes() - before : old, 2);
  }

  /** Whether a member may be added to the packed form. */
  private boolean fits(Slice member, double score) {
    if (size() >= home.limits().zsetMaxListpackEntries.value()) {
      return false;
    }
    if (!isWide(member) && (!exists || home.encoding() == Encoding.LISTPACK)) {
      return true;
    }
    int bytes = exists ? list.bytes() : Listpack.EMPTY_BYTES;
    return member.length() < WIDE_BYTES
        && bytes + sought.set(member).packedBytes() + pack(score).packedBytes() <= WIDE_BYTES;
  }

  private boolean isWide(Slice member) {
    return member.length() > home.limits().zsetMaxListpackValue.value();
  }

  private Element pack(double score) {
    return Scores.pack(score, packedScore, scratch);
  }

  private void addPacked(Slice member, double score) {
    if (exists) {
      insert(member, score);
    } else {
      createPacked(member, score);
    }
    if (isWide(member)) {
      home.encode(Encoding.LISTPACK_WIDE);
    }
  }

  private void createPacked(Slice member, double score) {
    int bytes = sought.set(member).packedBytes() + pack(score).packedBytes();
    home.create(ValueType.ZSET, Encoding.LISTPACK, Listpack.EMPTY_BYTES + bytes);
    exists = true;
    Listpack.format(home.segment(), home.offset());
    packed.open();
    int place = list.end();
    list.makeRoom(place, place, bytes, 2);
    packedScore.writeTo(list, sought.writeTo(list, place));
  }

  /** Puts a member in its place in the list; answers the place. */
  private int insert(Slice member, double score) {
    int place = placeOf(member, score);
    sought.set(member);
    pack(score);
    packed.makeRoom(place, place, sought.packedBytes() + packedScore.packedBytes(), 2);
    packedScore.writeTo(list, sought.writeTo(list, place));
    return place;
  }

  private int placeOf(Slice member, double score) {
    for (int at = list.first(); at != 0; at = list.skip(at, 2)) {
      double each = scoreAt(at);
      if (each > score || each == score && found.set(list, at).bytes().compareTo(member) > 0) {
        return at;
      }
    }
    return list.end();
  }

  private void becomeTable(Slice member, double score) {
    ZsetTable large = new ZsetTable(home.slabs(), home.hasher());
    try {
      for (int at = first(); at != 0; at = list.skip(at, 2)) {
        large.add(found.set(list, at).bytes(), scoreAt(at));
      }
      large.add(member, score);
      home.become(ValueType.ZSET, large);
    } catch (OutOfMemoryError refused) {
      large.free();
      throw refused;
    }
    open();
  }

  /** Removes a member; false where there is none. */
  public boolean remove(Slice member) {
    if (!find(member)) {
      return false;
    }
    if (table != null) {
      table.remove(ref);
    } else {
      packed.remove(position, 2);
    }
    return true;
  }

  /** Removes so many members from a rank on, all of which there are. */
  public void removeRange(long from, long count) {
    if (table != null) {
      table.removeRange(from, count);
    } else if (count > 0) {
      packed.remove(list.at((int) from * 2), (int) count * 2);
    }
  }

  /**
   * Puts a result, which then is the value's own or freed, under a key that holds nothing. It has
   * at least one member.
   */
  public void fill(ZsetTable result) {
    try {
      if (isPackable(result)) {
        for (boolean is = result.at(0, cursor); is; is = cursor.next()) {
          long each = ZsetTable.refAt(cursor);
          addPacked(result.member(each, view), result.score(each));
        }
      } else {
        home.become(ValueType.ZSET, result);
        open();
        return;
      }
    } catch (OutOfMemoryError refused) {
      result.free();
      throw refused;
    }
    result.free();
  }

  private boolean isPackable(ZsetTable result) {
    if (result.size() > home.limits().zsetMaxListpackEntries.value()) {
      return false;
    }
    for (boolean is = result.at(0, cursor); is; is = cursor.next()) {
      if (isWide(result.member(ZsetTable.refAt(cursor), view))) {
        return false;
      }
    }
    return true;
  }

  // ---------------------------------------------------------------- walking

  /** Chance, to draw ranks with. */
  public RandomGenerator random() {
    return home.random();
  }

  /**
   * Visits members from a cursor on until so many or more were seen; answers the cursor to go on
   * from, 0 at the end. A packed set is visited whole.
   */
  public long scan(long from, long count, Visitor visitor) {
    ZsetTable large = table;
    if (large == null) {
      for (int at = first(); at != 0; at = list.skip(at, 2)) {
        visitor.visit(found.set(list, at).bytes(), scoreAt(at));
      }
      return 0;
    }
    long[] seen = {0};
    long next = from;
    long mostBuckets = count > Long.MAX_VALUE / 10 ? Long.MAX_VALUE : count * 10;
    do {
      next =
          large
              .members()
              .index()
              .scan(
                  next,
                  each -> {
                    seen[0]++;
                    visitor.visit(large.member(each, view), large.score(each));
                  });
      mostBuckets--;
    } while (next != 0 && mostBuckets > 0 && seen[0] < count);
    return next;
  }

  /** Visits all members in order. */
  @Override
  public void forEach(Visitor visitor) {
    for (boolean is = at(0); is; is = next()) {
      visitor.visit(member().bytes(), score());
    }
  }
}
