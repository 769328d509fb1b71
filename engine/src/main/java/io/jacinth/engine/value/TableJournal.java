package io.jacinth.engine.value;

import io.jacinth.protocol.Slice;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/**
 * The journal of a collection that is a {@link MemberTable}: of each member that has changed, come
 * or gone, what was there before, if anything.
 */
final class TableJournal extends Journal {
  private static final int OWN_BYTES = 32;

  private final Structure structure;
  private final MemberTable table;
  private final LongPredicate allows;

  /** Every member that has changed. */
  private final SetTable touched;

  /** Those that were there, as they were. */
  private final Structure before;

  private final Slice view = new Slice();

  /**
   * @param before an empty collection of the same kind
   * @param allows asked before so many bytes are taken; where it refuses, nothing is kept any more
   */
  TableJournal(Structure structure, MemberTable table, Structure before, LongPredicate allows) {
    this.structure = structure;
    this.table = table;
    this.allows = allows;
    this.touched = new SetTable(table.slabs(), table.hasher());
    this.before = before;
    table.journal(this);
  }

  /** What a block holds is about to change, or to go. */
  void changing(long ref) {
    Slice member = table.member(ref, view);
    if (touched.find(member) == 0
        && allows.test(OWN_BYTES + member.length() + table.slabs().capacity(ref))) {
      touched.add(member);
      structure.copyElement(ref, before);
    }
  }

  /** A block has come. */
  void added(long ref) {
    Slice member = table.member(ref, view);
    if (touched.find(member) == 0 && allows.test(OWN_BYTES + member.length())) {
      touched.add(member);
    }
  }

  @Override
  public void rollBack() {
    table.journal(null);
    LongConsumer restoring = ref -> structure.restoreElement(touched.member(ref, view), before);
    touched.index().forEach(restoring);
    end();
  }

  @Override
  public void end() {
    table.journal(null);
    structure.journal(null);
    touched.free();
    while (!before.freeSome(Integer.MAX_VALUE)) {}
  }
}
