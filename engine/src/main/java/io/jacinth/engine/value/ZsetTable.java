package io.jacinth.engine.value;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.memory.CountedTree;
import io.jacinth.memory.HashIndex;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.memory.TreeCursor;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A large sorted set: a {@link MemberTable} whose blocks hold score and member, and a {@link
 * CountedTree} of their references in the order of score and member. A slot of the tree is the
 * score, as an integer of the same order, and the reference.
 */
public final class ZsetTable extends Structure implements CountedTree.Order<ZsetProbe> {
  private static final int SCORE_BYTES = 8;
  private static final int SLOT_WORDS = 2;
  private static final int OWN_BYTES = 512;

  /** Not a number: stands in place of a score, with a reference in the bits that it leaves. */
  private static final long EXCLUDED = 0x7FF8_0000_0000_0000L;

  private final MemberTable members;
  private final CountedTree<ZsetProbe> tree;
  private final ZsetProbe probe = new ZsetProbe();
  private final Slice held = new Slice();
  private final Slice view = new Slice();
  private final Slice shown = new Slice();
  private final CountedTree.SlotVisitor removing = this::removeMemberOf;
  private long memberBytes;

  /** The last member that is not to stay; it leads to the one before. */
  private long lastExcluded;

  /** An empty set. */
  public ZsetTable(SlabAllocator slabs, KeyHasher hasher) {
    members = new MemberTable(slabs, hasher, SCORE_BYTES);
    tree = new CountedTree<>(slabs, this, SLOT_WORDS, SLOT_WORDS);
  }

  // ---------------------------------------------------------------- order

  @Override
  public int compare(ZsetProbe sought, MemorySegment segment, long at) {
    if (sought.kind != ZsetProbe.Kind.MEMBER_BOUND) {
      int byScore = Long.compare(sought.order, segment.get(JAVA_LONG_UNALIGNED, at));
      if (byScore != 0) {
        return byScore;
      }
      if (sought.kind == ZsetProbe.Kind.SCORE_BOUND) {
        return sought.bias;
      }
    }
    members.member(segment.get(JAVA_LONG_UNALIGNED, at + Long.BYTES), held);
    int byMember = sought.member.compareTo(held);
    return byMember == 0 && sought.kind == ZsetProbe.Kind.MEMBER_BOUND ? sought.bias : byMember;
  }

  @Override
  public void write(ZsetProbe added, MemorySegment segment, long at) {
    segment.set(JAVA_LONG_UNALIGNED, at, added.order);
    segment.set(JAVA_LONG_UNALIGNED, at + Long.BYTES, added.ref);
  }

  /** The block whose place in the order a cursor is at. */
  static long refAt(TreeCursor cursor) {
    return cursor.segment().get(JAVA_LONG_UNALIGNED, cursor.offset() + Long.BYTES);
  }

  /** The score of the member whose place in the order a cursor is at. */
  static double scoreAt(TreeCursor cursor) {
    return Scores.ofOrder(cursor.segment().get(JAVA_LONG_UNALIGNED, cursor.offset()));
  }

  // ---------------------------------------------------------------- members

  /** The block of a member, 0 where there is none. */
  public long find(Slice member) {
    return members.find(member);
  }

  /** The score in a block. */
  public double score(long ref) {
    return members.slabs().segment(ref).get(JAVA_DOUBLE_UNALIGNED, SlabAllocator.offset(ref));
  }

  private void score(long ref, double score) {
    members.slabs().segment(ref).set(JAVA_DOUBLE_UNALIGNED, SlabAllocator.offset(ref), score);
  }

  /** The member in a block. */
  public Slice member(long ref, Slice into) {
    return members.member(ref, into);
  }

  /** The blocks by member. */
  @Override
  public MemberTable members() {
    return members;
  }

  @Override
  void show(long ref, ElementSink sink) {
    sink.scored(members.member(ref, shown), score(ref));
  }

  @Override
  public @Nullable Journal beginJournal(LongPredicate allows) {
    ZsetTable before = new ZsetTable(members.slabs(), members.hasher());
    return journal(new TableJournal(this, members, before, allows));
  }

  @Override
  void copyElement(long ref, Structure target) {
    ((ZsetTable) target).add(members.member(ref, shown), score(ref));
  }

  @Override
  void restoreElement(Slice member, Structure source) {
    ZsetTable table = (ZsetTable) source;
    long old = table.find(member);
    long ref = find(member);
    if (old == 0) {
      if (ref != 0) {
        remove(ref);
      }
    } else if (ref == 0) {
      add(member, table.score(old));
    } else {
      rescore(ref, table.score(old));
    }
  }

  /** Adds a member that, as the caller knows, is not there; answers its block. */
  public long add(Slice member, double score) {
    long ref = collect(member, score);
    try {
      order(ref);
    } catch (OutOfMemoryError refused) {
      drop(ref);
      throw refused;
    }
    return ref;
  }

  private void drop(long ref) {
    memberBytes -= members.slabs().capacity(ref);
    members.remove(ref);
  }

  /** Gives a member another score. */
  public void rescore(long ref, double score) {
    double old = score(ref);
    if (old == score) {
      return;
    }
    members.changing(ref);
    members.member(ref, view);
    tree.insert(probe.member(score, view, ref));
    tree.remove(probe.member(old, view, ref));
    score(ref, score);
  }

  /** Removes a member by its block. */
  public void remove(long ref) {
    tree.remove(probe.member(score(ref), members.member(ref, view), ref));
    drop(ref);
  }

  /** Removes so many members from a rank on. */
  public void removeRange(long from, long count) {
    tree.removeRange(from, count, removing);
  }

  private void removeMemberOf(MemorySegment segment, long at) {
    drop(segment.get(JAVA_LONG_UNALIGNED, at + Long.BYTES));
  }

  // ---------------------------------------------------------------- collecting

  /**
   * Adds a member, as {@link #add}, that has no place in the order until {@link #orderAll}; for
   * results whose scores are not final.
   */
  public long collect(Slice member, double score) {
    long ref = members.add(member, 0);
    memberBytes += members.slabs().capacity(ref);
    score(ref, score);
    return ref;
  }

  /** Changes the score of a member that has no place in the order yet. */
  public void collected(long ref, double score) {
    score(ref, score);
  }

  /** Visits the blocks of members collected. */
  public void forEachCollected(LongConsumer visitor) {
    members.index().forEach(visitor);
  }

  /** Marks a member collected as one that is not to stay. */
  public void exclude(long ref) {
    members
        .slabs()
        .segment(ref)
        .set(JAVA_LONG_UNALIGNED, SlabAllocator.offset(ref), EXCLUDED | lastExcluded);
    lastExcluded = ref;
  }

  public boolean isExcluded(long ref) {
    return Double.isNaN(score(ref));
  }

  /** Removes the members that are not to stay. */
  public void dropExcluded() {
    while (lastExcluded != 0) {
      long ref = lastExcluded;
      lastExcluded =
          members.slabs().segment(ref).get(JAVA_LONG_UNALIGNED, SlabAllocator.offset(ref))
              & ~EXCLUDED;
      drop(ref);
    }
  }

  /** Marks all members as not to stay. */
  public void excludeAll() {
    members
        .index()
        .forEach(
            ref -> {
              if (!isExcluded(ref)) {
                exclude(ref);
              }
            });
  }

  /** Puts all members collected in order. */
  public void orderAll() {
    members.index().forEach(this::order);
  }

  private void order(long ref) {
    tree.insert(probe.member(score(ref), members.member(ref, view), ref));
  }

  // ---------------------------------------------------------------- ranks

  /** Puts a cursor on the member of a rank; false where there is none. */
  public boolean at(long rank, TreeCursor cursor) {
    return tree.findRank(rank, cursor);
  }

  /** Visits all members in order. */
  public void forEach(ScoredMembers.Visitor visitor) {
    TreeCursor cursor = new TreeCursor();
    Slice member = new Slice();
    for (boolean is = at(0, cursor); is; is = cursor.next()) {
      long ref = refAt(cursor);
      visitor.visit(member(ref, member), score(ref));
    }
  }

  /** The rank of a member by its block. */
  public long rank(long ref) {
    return tree.rank(probe.member(score(ref), members.member(ref, view), ref));
  }

  /** Number of members of a lower score, or of that score too. */
  long countBelow(double score, boolean isInclusive) {
    return tree.countBefore(probe.score(score, isInclusive));
  }

  /** Number of members before a bound, or at it too, where all have one score. */
  long countBelow(Slice bound, boolean isInclusive) {
    return tree.countBefore(probe.member(bound, isInclusive));
  }

  // ---------------------------------------------------------------- structure

  /** Number of members, those only collected included. */
  @Override
  public long size() {
    return members.size();
  }

  @Override
  public long bytes() {
    return OWN_BYTES + memberBytes + members.tableBytes() + tree.bytes();
  }

  @Override
  public String encodingName() {
    return "skiplist";
  }

  @Override
  public ZsetTable copy(SlabAllocator slabs) {
    ZsetTable copy = new ZsetTable(slabs, members.hasher());
    try {
      forEach(copy::add);
    } catch (OutOfMemoryError refused) {
      copy.free();
      throw refused;
    }
    return copy;
  }

  @Override
  public boolean freeSome(int blocks) {
    return tree.clearStep(blocks) && members.freeSome(blocks);
  }

  /** Frees everything at once. */
  public void free() {
    while (!freeSome(Integer.MAX_VALUE)) {
      continue;
    }
  }

  @Override
  public void forEachBlock(LongConsumer visitor) {
    members.forEachBlock(visitor);
    tree.forEachBlock(visitor);
  }

  @Override
  public void check() {
    members.check();
    tree.check(this::probeOf);
    if (tree.size() != members.size()) {
      throw new IllegalStateException(
          tree.size() + " places in the order, " + members.size() + " members");
    }
  }

  private ZsetProbe probeOf(MemorySegment segment, long at) {
    long ref = segment.get(JAVA_LONG_UNALIGNED, at + Long.BYTES);
    return new ZsetProbe().member(score(ref), members.member(ref, new Slice()), ref);
  }

  @Override
  public HashIndex<?> table() {
    return members.index();
  }
}
