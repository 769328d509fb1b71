package io.jacinth.engine.eviction;

/**
 * The entries most worth removing of all that were drawn of late, as in Redis since 3.0: draws of a
 * few keys each together know more than each alone. Owned by one {@link Evictor}.
 *
 * <p>A candidate is named by cell, hash and reference, so nothing of it is copied; whether it is
 * still there and still as little worth is seen when its turn comes.
 */
final class CandidatePool {
  private static final int MOST = 16;

  /** Ascending; the last is the best to remove. */
  private final long[] scores = new long[MOST];

  private final long[] hashes = new long[MOST];
  private final long[] refs = new long[MOST];
  private final int[] cells = new int[MOST];
  private int count;

  /** Whether an entry of such a score would get in. */
  boolean accepts(long score) {
    return count < MOST || score > scores[0];
  }

  /** Takes an entry in, in the place of the least worth removing where there is no other. */
  void add(long score, int cell, long hash, long ref) {
    if (has(cell, ref)) {
      return;
    }
    if (count == MOST) {
      shift(1, 0, MOST - 1);
      count--;
    }
    int at = count;
    while (at > 0 && scores[at - 1] > score) {
      at--;
    }
    shift(at, at + 1, count - at);
    scores[at] = score;
    cells[at] = cell;
    hashes[at] = hash;
    refs[at] = ref;
    count++;
  }

  private boolean has(int cell, long ref) {
    for (int i = 0; i < count; i++) {
      if (refs[i] == ref && cells[i] == cell) {
        return true;
      }
    }
    return false;
  }

  private void shift(int from, int to, int length) {
    System.arraycopy(scores, from, scores, to, length);
    System.arraycopy(hashes, from, hashes, to, length);
    System.arraycopy(refs, from, refs, to, length);
    System.arraycopy(cells, from, cells, to, length);
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Takes the best candidate out, which is then read by the methods below. */
  void removeBest() {
    count--;
  }

  long score() {
    return scores[count];
  }

  int cell() {
    return cells[count];
  }

  long hash() {
    return hashes[count];
  }

  long ref() {
    return refs[count];
  }

  void clear() {
    count = 0;
  }
}
