package io.jacinth.memory;

import java.lang.foreign.MemorySegment;

/**
 * A place in a {@link CountedTree}: on a slot, or nowhere. Any change to the tree makes it stale.
 * Reused by its owner.
 */
public final class TreeCursor {
  private MemorySegment segment = MemorySegment.NULL;
  private TreeNodes nodes;
  private long leaf;
  private int index;
  private int count;

  @SuppressWarnings("NullAway") // a cursor on a slot has its tree's nodes
  public TreeCursor() {}

  /** Goes to a slot of a leaf, or of the neighbour where the index is just outside it. */
  boolean set(TreeNodes treeNodes, long newLeaf, int newIndex) {
    nodes = treeNodes;
    enter(newLeaf);
    index = newIndex;
    return index < 0 ? toPrevious() : index < count || toNext();
  }

  private void enter(long newLeaf) {
    leaf = newLeaf;
    segment = nodes.slabs.segment(newLeaf);
    count = nodes.count(newLeaf);
  }

  /** Goes nowhere. */
  public void leave() {
    leaf = 0;
  }

  /** Goes nowhere; false. */
  boolean clear() {
    leave();
    return false;
  }

  /** Whether the cursor is on a slot. */
  public boolean isOnSlot() {
    return leaf != 0;
  }

  /** The segment that the slot's words lie in. */
  public MemorySegment segment() {
    return segment;
  }

  /** Where they begin in it. */
  public long offset() {
    return nodes.slot(leaf, index);
  }

  /** Goes to the next slot; false, and nowhere, where there is none. */
  public boolean next() {
    return ++index < count || toNext();
  }

  /** Goes to the previous slot; false, and nowhere, where there is none. */
  public boolean previous() {
    return --index >= 0 || toPrevious();
  }

  private boolean toNext() {
    long next = nodes.next(leaf);
    if (next == 0) {
      return clear();
    }
    enter(next);
    index = 0;
    return true;
  }

  private boolean toPrevious() {
    long previous = nodes.previous(leaf);
    if (previous == 0) {
      return clear();
    }
    enter(previous);
    index = count - 1;
    return true;
  }
}
