package io.jacinth.engine.value;

import io.jacinth.protocol.Slice;

/**
 * Goes through the elements of a large collection as they were at one instant, a little at a time,
 * while commands change them. It follows the cursor of the collection's hash table ({@link
 * io.jacinth.memory.HashIndex#scan}): what is behind the cursor has been shown, and may change. An
 * element ahead of it that is about to change or go is shown before it does; its member is
 * remembered, as is that of a new element, and both are passed over when the cursor comes there. So
 * each is shown once, and memory is taken only for what changes ahead of the cursor.
 *
 * <p>Used under the partition's lock. While it goes on, the collection is not freed.
 */
public final class ElementWalk implements GradualWalk {
  private final Structure structure;
  private final MemberTable table;
  private final ElementSink sink;
  private final MemberPool early;
  private final Slice view = new Slice();
  private final long count;
  private long shown;
  private long cursor;

  private ElementWalk(Structure structure, MemberTable table, ElementSink sink) {
    this.structure = structure;
    this.table = table;
    this.sink = sink;
    this.early = new MemberPool(table.hasher());
    this.count = table.size();
  }

  /** Makes this the instant of a collection that {@link Structure#isWalkable}. */
  public static ElementWalk begin(Structure structure, ElementSink sink) {
    MemberTable table = structure.members();
    if (table == null) {
      throw new IllegalStateException("this collection is not gone through by element");
    }
    ElementWalk walk = new ElementWalk(structure, table, sink);
    table.walk(walk);
    return walk;
  }

  /** Goes on by a bucket; true where that was the last. */
  @Override
  public boolean step() {
    cursor = table.index().scan(cursor, this::visit);
    if (cursor != 0) {
      return false;
    }
    end();
    if (shown != count) {
      throw new IllegalStateException(shown + " elements were shown, there were " + count);
    }
    return true;
  }

  @Override
  public void end() {
    table.walk(null);
    early.clear();
  }

  private void visit(long ref) {
    if (!isBehind(table.hash(ref)) && !early.contains(table.member(ref, view))) {
      show(ref);
    }
  }

  /** An element is about to change or to go. */
  void preserve(long ref) {
    if (!isBehind(table.hash(ref)) && early.add(table.member(ref, view))) {
      show(ref);
    }
  }

  /** An element has come. */
  void added(long ref) {
    if (!isBehind(table.hash(ref))) {
      early.add(table.member(ref, view));
    }
  }

  private void show(long ref) {
    shown++;
    structure.show(ref, sink);
  }

  /** The cursor's order is that of the hashes read from their lowest bit. */
  private boolean isBehind(long hash) {
    return Long.compareUnsigned(Long.reverse(hash), Long.reverse(cursor)) < 0;
  }
}
