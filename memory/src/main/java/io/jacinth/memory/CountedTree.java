package io.jacinth.memory;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * An ordered collection of slots of a fixed size in which a place is found by order and by rank,
 * both in O(log n): a B+ tree (Bayer and McCreight 1972; Comer 1979) whose inner nodes count the
 * slots below each child. Sorted sets keep score and member in it, streams their pending entries.
 *
 * <p>Nodes are blocks of {@value #NODE_BYTES} bytes, laid out by {@link TreeNodes}. A slot begins
 * with its key, some 64-bit words; inner nodes hold copies of the first key below each child, never
 * of what follows a key in its slot, which may hence be changed in place. What the words mean, an
 * {@link Order} knows; a word may be a reference to a block that takes part in comparisons, as long
 * as the block lives until after its slot was removed.
 *
 * <p>Nodes are at least two fifths full, except at the two edges, where they are split unevenly:
 * slots inserted in order leave full nodes behind, those inserted at random nodes two thirds full.
 * Nodes needed are allocated before anything is changed. This object is small and all it leads to
 * is off the heap. Used under the partition's lock.
 */
public final class CountedTree<K> {
  /**
   * Chosen by measurement. A million slots of two words inserted at random take 26.9 bytes each in
   * nodes of 512 bytes, 24.9 in 1 KB, 23.9 in 2 KB; times from 1 KB on are equal within the noise,
   * while small trees waste more in larger nodes.
   */
  static final int NODE_BYTES = 1024;

  private static final int NO_LEVEL = -1;

  /** What the words of a slot mean. */
  public interface Order<K> {
    /**
     * Compares a probe with a key: negative where the probe comes first, 0 where it is the key's
     * own. A probe that stands for a bound is never equal to any.
     *
     * @param at where the key's words begin in the segment
     */
    int compare(K probe, MemorySegment segment, long at);

    /** Writes the slot of a probe, key and all. */
    void write(K probe, MemorySegment segment, long at);
  }

  /** Is shown slots. */
  public interface SlotVisitor {
    void visit(MemorySegment segment, long at);
  }

  private final Order<K> order;
  private final TreeNodes nodes;
  private long root;
  private int height;
  private long size;

  /** The way last taken from the root: the node at each level, and the index of its entry. */
  private long[] path = new long[2];

  private int[] at = new int[2];

  /**
   * @param slotWords 64-bit words of a slot
   * @param keyWords how many of them, the first ones, are the key
   */
  public CountedTree(SlabAllocator slabs, Order<K> order, int slotWords, int keyWords) {
    this(slabs, order, slotWords, keyWords, NODE_BYTES);
  }

  CountedTree(SlabAllocator slabs, Order<K> order, int slotWords, int keyWords, int nodeBytes) {
    this.order = order;
    this.nodes = new TreeNodes(slabs, nodeBytes, slotWords * Long.BYTES, keyWords * Long.BYTES);
  }

  /** Number of slots. */
  public long size() {
    return size;
  }

  /** Bytes of all nodes. */
  public long bytes() {
    return nodes.bytes();
  }

  // ---------------------------------------------------------------- finding

  /** Puts a cursor on the slot of a probe; false where there is none. */
  public boolean find(K probe, TreeCursor cursor) {
    return root != 0 && descend(probe) && put(cursor);
  }

  /** Puts a cursor on the first slot that does not come before a probe; false where none. */
  public boolean findFrom(K probe, TreeCursor cursor) {
    if (root == 0) {
      return cursor.clear();
    }
    descend(probe);
    return put(cursor);
  }

  /** Puts a cursor on the last slot that comes before a probe; false where there is none. */
  public boolean findBefore(K probe, TreeCursor cursor) {
    if (root == 0) {
      return cursor.clear();
    }
    descend(probe);
    at[0]--;
    return put(cursor);
  }

  /** Puts a cursor on the slot of a rank, 0 being the first; false where there is none. */
  public boolean findRank(long rank, TreeCursor cursor) {
    if (rank < 0 || rank >= size) {
      return cursor.clear();
    }
    descendTo(rank);
    return put(cursor);
  }

  private boolean put(TreeCursor cursor) {
    return cursor.set(nodes, path[0], at[0]);
  }

  /** The rank of the slot of a probe; -1 where there is none. */
  public long rank(K probe) {
    return root != 0 && descend(probe) ? rankOfPath() : -1;
  }

  /** Number of slots that come before a probe. */
  public long countBefore(K probe) {
    if (root == 0) {
      return 0;
    }
    descend(probe);
    return rankOfPath();
  }

  private long rankOfPath() {
    long rank = at[0];
    for (int level = 1; level < height; level++) {
      rank += nodes.sizeBefore(path[level], at[level]);
    }
    return rank;
  }

  /** Goes to where a probe is, or belongs; true where it is there. */
  private boolean descend(K probe) {
    long node = root;
    for (int level = height - 1; level > 0; level--) {
      int found = search(probe, node, nodes.key(node, 0), nodes.keyBytes, 1);
      int index = found >= 0 ? found : ~found - 1;
      path[level] = node;
      at[level] = index;
      node = nodes.child(node, index);
    }
    int found = search(probe, node, nodes.slot(node, 0), nodes.slotBytes, 0);
    path[0] = node;
    at[0] = found >= 0 ? found : ~found;
    return found >= 0;
  }

  /** The index of a probe in a node, from an index on; the complement of where it belongs. */
  private int search(K probe, long node, long keys, int stride, int from) {
    MemorySegment segment = nodes.slabs.segment(node);
    int low = from;
    int high = nodes.count(node) - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int compared = order.compare(probe, segment, keys + (long) middle * stride);
      if (compared == 0) {
        return middle;
      }
      if (compared > 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return ~low;
  }

  private void descendTo(long rank) {
    long node = root;
    long left = rank;
    for (int level = height - 1; level > 0; level--) {
      int index = 0;
      for (long size = nodes.size(node, 0); left >= size; size = nodes.size(node, index)) {
        left -= size;
        index++;
      }
      path[level] = node;
      at[level] = index;
      node = nodes.child(node, index);
    }
    path[0] = node;
    at[0] = (int) left;
  }

  // ---------------------------------------------------------------- inserting

  /**
   * Adds a slot; false, and nothing is changed, where the key is there.
   *
   * @throws OutOfMemoryError where there is no memory for the nodes needed; nothing is changed then
   */
  public boolean insert(K probe) {
    if (root == 0) {
      plant();
    }
    if (descend(probe)) {
      return false;
    }
    int full = fullLevels();
    if (full > 0) {
      makeRoom(full);
    }
    long leaf = path[0];
    nodes.open(0, leaf, at[0]);
    order.write(probe, nodes.slabs.segment(leaf), nodes.slot(leaf, at[0]));
    count(1);
    if (at[0] == 0) {
      noteFirstKey(0);
    }
    return true;
  }

  private void plant() {
    nodes.reserve(1);
    root = nodes.take();
    nodes.link(0, root);
    nodes.link(root, 0);
    height = 1;
  }

  /** How many nodes of the path, from the leaf up, have no room. */
  private int fullLevels() {
    int level = 0;
    while (level < height && nodes.count(path[level]) == nodes.capacity(level)) {
      level++;
    }
    return level;
  }

  private void makeRoom(int full) {
    nodes.reserve(full == height ? full + 1 : full);
    boolean isAppended = at[0] == nodes.count(path[0]) && nodes.next(path[0]) == 0;
    boolean isPrepended = at[0] == 0 && nodes.previous(path[0]) == 0;
    if (full == height) {
      growRoot();
    }
    for (int level = full - 1; level >= 0; level--) {
      split(level, splitPoint(level, isAppended, isPrepended), isAppended);
    }
  }

  private void growRoot() {
    if (height == path.length) {
      path = Arrays.copyOf(path, height * 2);
      at = Arrays.copyOf(at, height * 2);
    }
    long grown = nodes.take();
    nodes.setEntry(height, grown, 0, root);
    nodes.setCount(grown, 1);
    root = grown;
    path[height] = grown;
    at[height] = 0;
    height++;
  }

  /** How many entries stay in the left half; at an edge of an inner node, the way's own goes. */
  private int splitPoint(int level, boolean isAppended, boolean isPrepended) {
    int capacity = nodes.capacity(level);
    if (isAppended) {
      return level == 0 ? capacity : capacity - 1;
    }
    if (isPrepended) {
      return level == 0 ? 0 : 1;
    }
    return capacity / 2;
  }

  /** Splits the path's node at a level, whose parent has room, and keeps the path right. */
  private void split(int level, int middle, boolean isAppended) {
    long left = path[level];
    long right = nodes.take();
    int moved = nodes.count(left) - middle;
    nodes.move(level, left, middle, right, 0, moved);
    nodes.setCount(left, middle);
    nodes.setCount(right, moved);
    if (level == 0) {
      nodes.link(right, nodes.next(left));
      nodes.link(left, right);
    }
    long parent = path[level + 1];
    int index = at[level + 1];
    nodes.open(level + 1, parent, index + 1);
    nodes.setEntry(level + 1, parent, index + 1, right);
    nodes.addSize(parent, index, -nodes.size(parent, index + 1));
    boolean goesRight = level == 0 && !isAppended ? at[0] > middle : at[level] >= middle;
    if (goesRight) {
      path[level] = right;
      at[level] -= middle;
      at[level + 1]++;
    }
  }

  /** Counts slots that the path's leaf has got, or lost. */
  private void count(long more) {
    size += more;
    for (int level = 1; level < height; level++) {
      nodes.addSize(path[level], at[level], more);
    }
  }

  /** Tells the nodes above that the first key of the path's node at a level is another. */
  private void noteFirstKey(int from) {
    for (int level = from + 1; level < height; level++) {
      nodes.copyKey(level, path[level], at[level], path[level - 1]);
      if (at[level] != 0) {
        return;
      }
    }
  }

  // ---------------------------------------------------------------- removing

  /** Removes the slot of a probe; false where there is none. */
  public boolean remove(K probe) {
    if (root == 0 || !descend(probe)) {
      return false;
    }
    cut(1);
    return true;
  }

  /** Removes the slot that {@link #find} has just found; the tree must not have been used since. */
  public void removeFound() {
    cut(1);
  }

  /** Removes slots by rank, showing each before it goes; fewer where the tree ends before. */
  public void removeRange(long fromRank, long count, SlotVisitor visitor) {
    long left = Math.min(count, size - fromRank);
    while (left > 0) {
      descendTo(fromRank);
      int cut = (int) Math.min(left, nodes.count(path[0]) - at[0]);
      show(cut, visitor);
      cut(cut);
      left -= cut;
    }
  }

  private void show(int slots, SlotVisitor visitor) {
    long leaf = path[0];
    MemorySegment segment = nodes.slabs.segment(leaf);
    for (int i = 0; i < slots; i++) {
      visitor.visit(segment, nodes.slot(leaf, at[0] + i));
    }
  }

  /** Removes so many slots of the path's leaf, from the path's own on. */
  private void cut(int slots) {
    nodes.close(0, path[0], at[0], slots);
    count(-slots);
    settle(0);
  }

  /** Mends the path's node at a level, and those above, after entries were taken from it. */
  private void settle(int first) {
    int level = first;
    while (level != NO_LEVEL && level < height - 1) {
      int count = nodes.count(path[level]);
      if (count == 0) {
        drop(level);
        level++;
      } else {
        if (at[level] == 0) {
          noteFirstKey(level);
        }
        level = count < nodes.minimum(level) && rebalance(level) ? level + 1 : NO_LEVEL;
      }
    }
    if (level != NO_LEVEL) {
      lowerRoot();
    }
  }

  /** Frees the path's node at a level, which is empty, and takes it out of its parent. */
  private void drop(int level) {
    long node = path[level];
    if (level == 0) {
      nodes.link(nodes.previous(node), nodes.next(node));
    }
    nodes.release(node);
    nodes.close(level + 1, path[level + 1], at[level + 1], 1);
  }

  /** Fills up the path's node at a level from a neighbour; true where the parent lost an entry. */
  private boolean rebalance(int level) {
    long parent = path[level + 1];
    int own = at[level + 1];
    if (nodes.count(parent) == 1) {
      return false;
    }
    int index = own > 0 ? own - 1 : 0;
    long left = nodes.child(parent, index);
    long right = nodes.child(parent, index + 1);
    if (nodes.count(left) + nodes.count(right) <= nodes.capacity(level)) {
      merge(level, left, right, index);
      at[level + 1] = index + 1;
      return true;
    }
    even(level, left, right, index);
    return false;
  }

  private void merge(int level, long left, long right, int index) {
    long parent = path[level + 1];
    int kept = nodes.count(left);
    int moved = nodes.count(right);
    nodes.move(level, right, 0, left, kept, moved);
    nodes.setCount(left, kept + moved);
    if (level == 0) {
      nodes.link(left, nodes.next(right));
    }
    nodes.release(right);
    nodes.addSize(parent, index, nodes.size(parent, index + 1));
    nodes.close(level + 1, parent, index + 1, 1);
  }

  private void even(int level, long left, long right, int index) {
    long parent = path[level + 1];
    int leftCount = nodes.count(left);
    int rightCount = nodes.count(right);
    int kept = leftCount + rightCount >>> 1;
    if (leftCount < kept) {
      int moved = kept - leftCount;
      nodes.move(level, right, 0, left, leftCount, moved);
      nodes.setCount(left, kept);
      nodes.close(level, right, 0, moved);
    } else {
      int moved = leftCount - kept;
      nodes.move(level, right, 0, right, moved, rightCount);
      nodes.move(level, left, kept, right, 0, moved);
      nodes.setCount(left, kept);
      nodes.setCount(right, rightCount + moved);
    }
    nodes.setEntry(level + 1, parent, index, left);
    nodes.setEntry(level + 1, parent, index + 1, right);
  }

  /** Takes away roots that lead to one node only, or to none. */
  private void lowerRoot() {
    while (height > 1 && nodes.count(root) == 1) {
      long only = nodes.child(root, 0);
      nodes.release(root);
      root = only;
      height--;
    }
    if (nodes.count(root) == 0) {
      nodes.release(root);
      root = 0;
      height = 0;
    }
  }

  // ---------------------------------------------------------------- all of it

  /** Visits the tree's blocks. */
  public void forEachBlock(LongConsumer visitor) {
    if (root != 0) {
      forEachBlock(height - 1, root, visitor);
    }
  }

  private void forEachBlock(int level, long node, LongConsumer visitor) {
    visitor.accept(node);
    for (int i = 0, count = nodes.count(node); level > 0 && i < count; i++) {
      forEachBlock(level - 1, nodes.child(node, i), visitor);
    }
  }

  /**
   * Frees about so many nodes, and tells nobody of their slots; true when all are freed. Once begun
   * it must be gone through with, and nothing else may be done with the tree.
   */
  public boolean clearStep(int steps) {
    for (int i = 0; i < steps && root != 0; i++) {
      freeLast();
    }
    if (root == 0) {
      size = 0;
    }
    return root == 0;
  }

  /** Frees the last leaf and the nodes that have no other below them. */
  private void freeLast() {
    long node = root;
    for (int level = height - 1; level >= 0; level--) {
      path[level] = node;
      if (level > 0) {
        node = nodes.child(node, nodes.count(node) - 1);
      }
    }
    int level = 0;
    nodes.release(path[0]);
    while (++level < height) {
      int left = nodes.count(path[level]) - 1;
      nodes.setCount(path[level], left);
      if (left > 0) {
        return;
      }
      nodes.release(path[level]);
    }
    root = 0;
    height = 0;
  }

  // ---------------------------------------------------------------- checking

  /** Makes a probe that is equal to a key, for checks. */
  public interface Prober<K> {
    K probe(MemorySegment segment, long at);
  }

  /**
   * Verifies the order, counts, keys, links and how full the nodes are.
   *
   * @throws IllegalStateException saying what is broken
   */
  public void check(Prober<K> prober) {
    new TreeCheck<>(nodes, order, prober).verify(root, height, size);
  }
}
