package io.jacinth.memory;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * The nodes of a {@link CountedTree}: how they lie in memory, and moving entries within and between
 * them. All are blocks of one size. Level 0 is the leaves'.
 *
 * <pre>
 *   leaf    8  number of slots
 *           8  previous leaf, 0 at the beginning
 *           8  next leaf, 0 at the end
 *              slots
 *
 *   inner   8  number of children
 *              references of children, 8 each
 *              slots below each child, 8 each
 *              the first key below each child
 * </pre>
 */
final class TreeNodes {
  static final int LEAF_HEADER = 24;
  private static final int INNER_HEADER = 8;
  private static final int PREVIOUS = 8;
  private static final int NEXT = 16;

  final SlabAllocator slabs;
  final int slotBytes;
  final int keyBytes;
  private final int nodeBytes;
  private final int leafCapacity;
  private final int innerCapacity;
  private final int sizesAt;
  private final int keysAt;
  private long nodeCount;

  /** Nodes taken ahead, each leading to the next. */
  private long spare;

  TreeNodes(SlabAllocator slabs, int nodeBytes, int slotBytes, int keyBytes) {
    this.slabs = slabs;
    this.slotBytes = slotBytes;
    this.keyBytes = keyBytes;
    this.nodeBytes = nodeBytes;
    this.leafCapacity = (nodeBytes - LEAF_HEADER) / slotBytes;
    this.innerCapacity = (nodeBytes - INNER_HEADER) / (2 * Long.BYTES + keyBytes);
    this.sizesAt = INNER_HEADER + innerCapacity * Long.BYTES;
    this.keysAt = sizesAt + innerCapacity * Long.BYTES;
  }

  /** The entries that a node of a level holds at most. */
  int capacity(int level) {
    return level == 0 ? leafCapacity : innerCapacity;
  }

  /** The entries that a node of a level holds at least, unless it is at an edge of the tree. */
  int minimum(int level) {
    return capacity(level) * 2 / 5;
  }

  // ---------------------------------------------------------------- taking and giving back

  /**
   * Takes so many nodes ahead.
   *
   * @throws OutOfMemoryError where there is no memory for all of them; none is taken then
   */
  void reserve(int nodes) {
    try {
      for (int i = 0; i < nodes; i++) {
        long node = slabs.allocate(nodeBytes);
        set(node, 0, spare);
        spare = node;
        nodeCount++;
      }
    } catch (OutOfMemoryError refused) {
      while (spare != 0) {
        release(take());
      }
      throw refused;
    }
  }

  /** An empty node of those taken ahead. */
  long take() {
    long node = spare;
    spare = get(node, 0);
    setCount(node, 0);
    return node;
  }

  void release(long node) {
    slabs.free(node);
    nodeCount--;
  }

  /** Number of nodes. */
  long nodeCount() {
    return nodeCount;
  }

  /** Bytes of all nodes. */
  long bytes() {
    return nodeCount * SlabAllocator.sizeClassOf(nodeBytes);
  }

  // ---------------------------------------------------------------- words

  private long get(long node, long at) {
    return slabs.segment(node).get(JAVA_LONG_UNALIGNED, SlabAllocator.offset(node) + at);
  }

  private void set(long node, long at, long value) {
    slabs.segment(node).set(JAVA_LONG_UNALIGNED, SlabAllocator.offset(node) + at, value);
  }

  /** Number of slots or children. */
  int count(long node) {
    return (int) get(node, 0);
  }

  void setCount(long node, int count) {
    set(node, 0, count);
  }

  long previous(long leaf) {
    return get(leaf, PREVIOUS);
  }

  long next(long leaf) {
    return get(leaf, NEXT);
  }

  void setPrevious(long leaf, long previous) {
    set(leaf, PREVIOUS, previous);
  }

  void setNext(long leaf, long next) {
    set(leaf, NEXT, next);
  }

  /** Makes two leaves neighbours; either may be none. */
  void link(long left, long right) {
    if (left != 0) {
      setNext(left, right);
    }
    if (right != 0) {
      setPrevious(right, left);
    }
  }

  /** Where a slot lies in its leaf's segment. */
  long slot(long leaf, int index) {
    return SlabAllocator.offset(leaf) + LEAF_HEADER + (long) index * slotBytes;
  }

  /** Where the first key below a child lies in the node's segment. */
  long key(long node, int index) {
    return SlabAllocator.offset(node) + keysAt + (long) index * keyBytes;
  }

  /** The first key of a node of a level. */
  long firstKey(int level, long node) {
    return level == 0 ? slot(node, 0) : key(node, 0);
  }

  long child(long node, int index) {
    return get(node, INNER_HEADER + (long) index * Long.BYTES);
  }

  /** Number of slots below a child. */
  long size(long node, int index) {
    return get(node, sizesAt + (long) index * Long.BYTES);
  }

  void addSize(long node, int index, long more) {
    set(node, sizesAt + (long) index * Long.BYTES, size(node, index) + more);
  }

  /** Number of slots below the children from 0 to before an index. */
  long sizeBefore(long node, int index) {
    MemorySegment segment = slabs.segment(node);
    long at = SlabAllocator.offset(node) + sizesAt;
    long sum = 0;
    for (int i = 0; i < index; i++) {
      sum += segment.get(JAVA_LONG_UNALIGNED, at + ((long) i << 3));
    }
    return sum;
  }

  /** Number of slots in or below a node of a level. */
  long total(int level, long node) {
    int count = count(node);
    return level == 0 ? count : sizeBefore(node, count);
  }

  // ---------------------------------------------------------------- entries

  /** Writes what an inner node of a level says about a child. The child may still be empty. */
  void setEntry(int level, long node, int index, long child) {
    set(node, INNER_HEADER + (long) index * Long.BYTES, child);
    set(node, sizesAt + (long) index * Long.BYTES, total(level - 1, child));
    copyKey(level, node, index, child);
  }

  /** Notes anew what the first key below a child is. */
  void copyKey(int level, long node, int index, long child) {
    MemorySegment from = slabs.segment(child);
    long at = firstKey(level - 1, child);
    MemorySegment to = slabs.segment(node);
    long target = key(node, index);
    for (int i = 0; i < keyBytes; i += Long.BYTES) {
      to.set(JAVA_LONG_UNALIGNED, target + i, from.get(JAVA_LONG_UNALIGNED, at + i));
    }
  }

  /** Makes room for an entry of a node of a level, which the caller writes. */
  void open(int level, long node, int index) {
    int count = count(node);
    move(level, node, index, node, index + 1, count - index);
    setCount(node, count + 1);
  }

  /** Closes the gap that so many entries of a node of a level leave. */
  void close(int level, long node, int index, int entries) {
    int count = count(node);
    move(level, node, index + entries, node, index, count - index - entries);
    setCount(node, count - entries);
  }

  /** Copies entries between nodes of a level, or within one; counts stay. */
  void move(int level, long source, int from, long target, int to, int entries) {
    if (entries <= 0) {
      return;
    }
    if (level == 0) {
      moveColumn(LEAF_HEADER, slotBytes, source, from, target, to, entries);
    } else {
      moveColumn(INNER_HEADER, Long.BYTES, source, from, target, to, entries);
      moveColumn(sizesAt, Long.BYTES, source, from, target, to, entries);
      moveColumn(keysAt, keyBytes, source, from, target, to, entries);
    }
  }

  private void moveColumn(
      int columnAt, int width, long source, int from, long target, int to, int entries) {
    MemorySegment.copy(
        slabs.segment(source),
        SlabAllocator.offset(source) + columnAt + (long) from * width,
        slabs.segment(target),
        SlabAllocator.offset(target) + columnAt + (long) to * width,
        (long) entries * width);
  }
}
