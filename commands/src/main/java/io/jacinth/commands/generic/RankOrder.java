package io.jacinth.commands.generic;

/**
 * The order of numbers read without a sign, equal ones as they came: sorted by their bytes from the
 * lowest up, one pass a byte that is not the same in all (radix sort; Knuth, TAOCP 3, 5.2.5). Made
 * for one call.
 */
final class RankOrder {
  private static final int VALUES = 256;

  private long[] ranks;
  private int[] order;

  /** Puts ranks in order, whose array is used up by it. */
  RankOrder(long[] ranks) {
    this.ranks = ranks;
    this.order = new int[ranks.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    sort();
  }

  /** The indexes of the ranks in their order. */
  int[] order() {
    return order;
  }

  /** Where those end in the order that have the same rank as the one at an index of it. */
  int endOfEquals(int from) {
    int end = from + 1;
    while (end < ranks.length && ranks[end] == ranks[from]) {
      end++;
    }
    return end;
  }

  private void sort() {
    int[][] counts = counts();
    long[] otherRanks = new long[ranks.length];
    int[] otherOrder = new int[ranks.length];
    for (int digit = 0; digit < Long.BYTES; digit++) {
      if (isMoved(counts[digit], digit)) {
        toStarts(counts[digit]);
        move(otherRanks, otherOrder, counts[digit], digit << 3);
        long[] movedRanks = otherRanks;
        otherRanks = ranks;
        ranks = movedRanks;
        int[] movedOrder = otherOrder;
        otherOrder = order;
        order = movedOrder;
      }
    }
  }

  /** How often each byte occurs at each of the eight places. */
  private int[][] counts() {
    int[][] counts = new int[Long.BYTES][VALUES];
    for (long rank : ranks) {
      for (int digit = 0; digit < Long.BYTES; digit++) {
        counts[digit][(int) (rank >>> (digit << 3)) & 0xFF]++;
      }
    }
    return counts;
  }

  /** Whether not all ranks have the same byte at a place. */
  private boolean isMoved(int[] counts, int digit) {
    return ranks.length > 0 && counts[(int) (ranks[0] >>> (digit << 3)) & 0xFF] < ranks.length;
  }

  private static void toStarts(int[] counts) {
    int start = 0;
    for (int i = 0; i < VALUES; i++) {
      int count = counts[i];
      counts[i] = start;
      start += count;
    }
  }

  private void move(long[] toRanks, int[] toOrder, int[] starts, int shift) {
    for (int i = 0; i < ranks.length; i++) {
      int to = starts[(int) (ranks[i] >>> shift) & 0xFF]++;
      toRanks[to] = ranks[i];
      toOrder[to] = order[i];
    }
  }
}
