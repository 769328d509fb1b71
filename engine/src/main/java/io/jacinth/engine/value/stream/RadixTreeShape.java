package io.jacinth.engine.value.stream;

/**
 * How many nodes a radix tree of the ids of a stream's nodes has, which XINFO STREAM tells: Redis
 * keeps its nodes in such a tree, with a node for each run of bytes without a branch, each branch
 * and each end. Here it is counted from how many bytes neighbouring ids have in common.
 */
final class RadixTreeShape {
  private static final int ID_BYTES = 16;

  private RadixTreeShape() {}

  static long nodes(NodeDirectory ids) {
    int count = ids.size();
    if (count == 0) {
      return 1;
    }
    int[] branches = new int[ID_BYTES + 1];
    int depth = 0;
    long nodes = 0;
    for (int i = 0; i < count; i++) {
      int common = i + 1 < count ? commonBytes(ids, i) : -1;
      nodes++;
      int below = ID_BYTES;
      while (depth > 0 && branches[depth - 1] > common) {
        int branch = branches[--depth];
        nodes += 1 + runBetween(branch, below);
        below = branch;
      }
      if (common < 0) {
        nodes += below > 0 ? 1 : 0;
      } else if (depth > 0 && branches[depth - 1] == common) {
        nodes += runBetween(common, below);
      } else {
        branches[depth++] = common;
        nodes += runBetween(common, below);
      }
    }
    return nodes;
  }

  /** 1 where there are bytes between a branch, which takes one, and what is below, else 0. */
  private static int runBetween(int branch, int below) {
    return below - branch > 1 ? 1 : 0;
  }

  /** How many bytes an id and the next have in common, in their big-endian form. */
  private static int commonBytes(NodeDirectory ids, int index) {
    long millis = ids.millis(index) ^ ids.millis(index + 1);
    return millis != 0
        ? Long.numberOfLeadingZeros(millis) >>> 3
        : 8 + (Long.numberOfLeadingZeros(ids.sequence(index) ^ ids.sequence(index + 1)) >>> 3);
  }
}
