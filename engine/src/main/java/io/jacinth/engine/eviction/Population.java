package io.jacinth.engine.eviction;

import io.jacinth.engine.keyspace.Sampling;
import java.util.Arrays;

/**
 * Where the keys are that may be evicted: the cells that have any, so that one can be drawn in
 * proportion to their number. As old as some hundred draws at most. Owned by one {@link Evictor}.
 */
final class Population {
  private static final int DRAWS_A_COUNT = 256;

  private final Sampling sampling;
  private final int[] cells;

  /** The sum of the keys of the cells up to each. */
  private final long[] ends;

  private int count;
  private int drawsLeft;
  private boolean isOfVolatile;

  Population(Sampling sampling) {
    this.sampling = sampling;
    this.cells = new int[sampling.cells()];
    this.ends = new long[sampling.cells()];
  }

  /** Counts anew with the next draw. */
  void forget() {
    drawsLeft = 0;
  }

  /** A cell, with the chance of its share of all keys; -1 where there is no key. */
  int draw(boolean isVolatile, long randomBits) {
    if (--drawsLeft < 0 || isVolatile != isOfVolatile) {
      recount(isVolatile);
    }
    if (count == 0) {
      return -1;
    }
    long chosen = Math.unsignedMultiplyHigh(randomBits, ends[count - 1]);
    int found = Arrays.binarySearch(ends, 0, count, chosen + 1);
    return cells[found < 0 ? -found - 1 : found];
  }

  private void recount(boolean isVolatile) {
    isOfVolatile = isVolatile;
    drawsLeft = DRAWS_A_COUNT;
    count = 0;
    long sum = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      long keys = sampling.count(cell, isVolatile);
      if (keys > 0) {
        sum += keys;
        cells[count] = cell;
        ends[count++] = sum;
      }
    }
  }
}
