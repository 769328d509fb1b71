package io.jacinth.commands.geo;

/**
 * Quicksort (Bentley and McIlroy 1993, "Engineering a sort function") that leaves alone the parts
 * behind the first points that are wanted. It compares and exchanges exactly what BSD's, and so
 * Redis's, does: points of one distance come in the same order, which a simpler selection would not
 * give. Made for one call.
 */
final class PartialSort {
  private static final int INSERTED = 7;
  private static final int NINE_SAMPLES = 40;

  private final Points points;
  private final int sign;
  private final int wanted;

  PartialSort(Points points, int sign, int wanted) {
    this.points = points;
    this.sign = sign;
    this.wanted = wanted;
  }

  private int compare(int a, int b) {
    double left = points.distance(a);
    double right = points.distance(b);
    return left == right ? 0 : left > right ? sign : -sign;
  }

  /** Sorts so many points from one on, as far as they are wanted. */
  void sort(int first, int size) {
    int from = first;
    int count = size;
    while (count >= INSERTED) {
      points.swap(from, pivot(from, count));
      int end = from + count;
      int lessEnd = from + 1;
      int less = from + 1;
      int more = end - 1;
      int moreEnd = end - 1;
      while (true) {
        for (int c; less <= more && (c = compare(less, from)) <= 0; less++) {
          if (c == 0) {
            points.swap(lessEnd++, less);
          }
        }
        for (int c; less <= more && (c = compare(more, from)) >= 0; more--) {
          if (c == 0) {
            points.swap(more, moreEnd--);
          }
        }
        if (less > more) {
          break;
        }
        points.swap(less++, more--);
      }
      exchange(from, less, Math.min(lessEnd - from, less - lessEnd));
      exchange(less, end, Math.min(moreEnd - more, end - moreEnd - 1));
      sortPart(from, less - lessEnd);
      count = moreEnd - more;
      from = end - count;
      if (count < 2 || from >= wanted) {
        return;
      }
    }
    insert(from, count);
  }

  private void sortPart(int from, int count) {
    if (count > 1 && from < wanted) {
      sort(from, count);
    }
  }

  /** Exchanges as many points from one on with those that end before another. */
  private void exchange(int from, int end, int count) {
    for (int i = 0; i < count; i++) {
      points.swap(from + i, end - count + i);
    }
  }

  private void insert(int from, int count) {
    for (int i = from + 1; i < from + count; i++) {
      for (int at = i; at > from && compare(at - 1, at) > 0; at--) {
        points.swap(at, at - 1);
      }
    }
  }

  private int pivot(int from, int count) {
    int middle = from + count / 2;
    if (count <= INSERTED) {
      return middle;
    }
    int low = from;
    int high = from + count - 1;
    if (count > NINE_SAMPLES) {
      int step = count / 8;
      low = median(low, low + step, low + 2 * step);
      middle = median(middle - step, middle, middle + step);
      high = median(high - 2 * step, high - step, high);
    }
    return median(low, middle, high);
  }

  private int median(int a, int b, int c) {
    if (compare(a, b) < 0) {
      return compare(b, c) < 0 ? b : compare(a, c) < 0 ? c : a;
    }
    return compare(b, c) > 0 ? b : compare(a, c) < 0 ? a : c;
  }
}
