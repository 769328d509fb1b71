package io.jacinth.memory;

import java.lang.foreign.MemorySegment;

/** One verification of all that must hold in a {@link CountedTree}. */
final class TreeCheck<K> {
  private final TreeNodes nodes;
  private final CountedTree.Order<K> order;
  private final CountedTree.Prober<K> prober;
  private int height;
  private long lastLeaf;
  private long nodesSeen;
  private long slotsSeen;
  private MemorySegment lastSegment = MemorySegment.NULL;
  private long lastSlot;

  TreeCheck(TreeNodes nodes, CountedTree.Order<K> order, CountedTree.Prober<K> prober) {
    this.nodes = nodes;
    this.order = order;
    this.prober = prober;
  }

  void verify(long root, int treeHeight, long size) {
    height = treeHeight;
    if (root != 0) {
      verifyNode(height - 1, root, true, true);
      require(nodes.next(lastLeaf) == 0, "the last leaf leads on");
    }
    require(slotsSeen == size, "found " + slotsSeen + " slots, counted " + size);
    require(
        nodesSeen == nodes.nodeCount(),
        "found " + nodesSeen + " nodes, counted " + nodes.nodeCount());
  }

  private void verifyNode(int level, long node, boolean isLeftmost, boolean isRightmost) {
    nodesSeen++;
    verifyFill(level, node, isLeftmost || isRightmost);
    if (level == 0) {
      verifyLeaf(node);
      return;
    }
    int count = nodes.count(node);
    for (int i = 0; i < count; i++) {
      long child = nodes.child(node, i);
      long before = slotsSeen;
      verifyKey(level, node, i, child);
      verifyNode(level - 1, child, isLeftmost && i == 0, isRightmost && i == count - 1);
      require(
          slotsSeen - before == nodes.size(node, i),
          name(level, node) + " counts " + nodes.size(node, i) + " slots below child " + i);
    }
  }

  private void verifyFill(int level, long node, boolean isAtEdge) {
    int count = nodes.count(node);
    int least = level == height - 1 && level > 0 ? 2 : isAtEdge ? 1 : nodes.minimum(level);
    require(
        count >= least && count <= nodes.capacity(level), name(level, node) + " holds " + count);
  }

  private void verifyKey(int level, long node, int index, long child) {
    MemorySegment held = nodes.slabs.segment(node).asSlice(nodes.key(node, index), nodes.keyBytes);
    MemorySegment first =
        nodes.slabs.segment(child).asSlice(nodes.firstKey(level - 1, child), nodes.keyBytes);
    require(held.mismatch(first) < 0, name(level, node) + " has a wrong key " + index);
  }

  private void verifyLeaf(long leaf) {
    require(nodes.previous(leaf) == lastLeaf, name(0, leaf) + " does not lead back");
    require(lastLeaf == 0 || nodes.next(lastLeaf) == leaf, name(0, lastLeaf) + " leads elsewhere");
    lastLeaf = leaf;
    MemorySegment segment = nodes.slabs.segment(leaf);
    for (int i = 0, count = nodes.count(leaf); i < count; i++) {
      long slot = nodes.slot(leaf, i);
      require(
          slotsSeen == 0 || order.compare(prober.probe(lastSegment, lastSlot), segment, slot) < 0,
          name(0, leaf) + " has slot " + i + " out of order");
      lastSegment = segment;
      lastSlot = slot;
      slotsSeen++;
    }
  }

  private static String name(int level, long node) {
    return "node of level " + level + " in " + BlockChecks.name(node);
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalStateException(problem);
    }
  }
}
