package io.jacinth.commands.generic;

import io.jacinth.engine.value.MemberPool;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Puts elements in order: by number, elements of one number by their bytes; or by bytes, their own
 * or those of a key named after each, where what names none comes first.
 *
 * <p>Each gets a rank, a number of 64 bits that says most of it: its score's bits, or the first
 * eight bytes. Many ranks are put in order byte by byte ({@link RankOrder}), without a comparison;
 * only what has the same rank is compared, and merged. Both are stable.
 */
final class Sorter {
  private static final int INSERTED = 8;

  /** So many are quicker put in order by merging. */
  private static final int FEW = 256;

  private final MemberPool pool;
  private final long[] places;
  private final double @Nullable [] scores;
  private final long @Nullable [] keys;
  private final int sign;
  private final Slice left = new Slice();
  private final Slice right = new Slice();

  /**
   * @param places where the elements are in the pool
   * @param scores their numbers; null: they are compared by bytes
   * @param keys where the bytes are that they are compared by, -1 for none; null: their own
   */
  Sorter(
      MemberPool pool,
      long[] places,
      double @Nullable [] scores,
      long @Nullable [] keys,
      boolean isDescending) {
    this.pool = pool;
    this.places = places;
    this.scores = scores;
    this.keys = keys;
    this.sign = isDescending ? -1 : 1;
  }

  /** The places of the elements in order. */
  long[] sorted(int count) {
    int[] order = count <= FEW ? merged(count) : ranked(count);
    long[] sorted = new long[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = places[order[i]];
    }
    return sorted;
  }

  private int[] merged(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    sort(order, order.clone(), 0, count);
    return order;
  }

  // ---------------------------------------------------------------- by rank

  private int[] ranked(int count) {
    RankOrder ranks = new RankOrder(ranks(count));
    int[] order = ranks.order();
    int[] copy = null;
    for (int from = 0; from < count; ) {
      int end = ranks.endOfEquals(from);
      if (end > from + 1) {
        copy = copy == null ? order.clone() : copy;
        sort(order, copy, from, end);
      }
      from = end;
    }
    return order;
  }

  private long[] ranks(int count) {
    long flip = sign < 0 ? -1 : 0;
    long[] ranks = new long[count];
    for (int i = 0; i < count; i++) {
      ranks[i] = flip ^ (scores == null ? rankOfBytes(i) : rank(scores[i]));
    }
    return ranks;
  }

  /** A number, read without a sign, that is in the order of the scores; the zeros have one. */
  private static long rank(double score) {
    long bits = Double.doubleToRawLongBits(score + 0.0);
    return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
  }

  private long rankOfBytes(int element) {
    long place = keys == null ? places[element] : keys[element];
    return place < 0 ? 0 : firstBytes(pool.member(place, left));
  }

  /** The first eight bytes, the first of them the highest, filled up with zeros. */
  private static long firstBytes(Slice text) {
    if (text.length() >= Long.BYTES) {
      return Long.reverseBytes(text.longAt(0));
    }
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes |= (text.at(i) & 0xFFL) << (56 - (i << 3));
    }
    return bytes;
  }

  // ---------------------------------------------------------------- by comparing

  /** Sorts part of an array; the other array holds the same. */
  private void sort(int[] target, int[] source, int from, int to) {
    if (to - from <= INSERTED) {
      insert(target, from, to);
      return;
    }
    int middle = from + to >>> 1;
    sort(source, target, from, middle);
    sort(source, target, middle, to);
    merge(source, target, from, middle, to);
  }

  private void insert(int[] order, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int moved = order[i];
      int at = i;
      while (at > from && compare(order[at - 1], moved) > 0) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = moved;
    }
  }

  private void merge(int[] source, int[] target, int from, int middle, int to) {
    int a = from;
    int b = middle;
    for (int i = from; i < to; i++) {
      boolean takesFirst = b == to || a < middle && compare(source[a], source[b]) <= 0;
      target[i] = takesFirst ? source[a++] : source[b++];
    }
  }

  private int compare(int a, int b) {
    if (scores != null) {
      double first = scores[a];
      double second = scores[b];
      if (first != second) {
        return first < second ? -sign : sign;
      }
    }
    return sign * (scores == null && keys != null ? byKeys(keys[a], keys[b]) : byBytes(a, b));
  }

  private int byBytes(int a, int b) {
    return pool.member(places[a], left).compareTo(pool.member(places[b], right));
  }

  private int byKeys(long a, long b) {
    if (a < 0 || b < 0) {
      return Boolean.compare(a >= 0, b >= 0);
    }
    return pool.member(a, left).compareTo(pool.member(b, right));
  }
}
