package io.jacinth.commands.geo;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.jacinth.engine.Call;
import java.lang.foreign.MemorySegment;

/**
 * What a search has found, in the call's workspace: for each point its distance in metres and its
 * place in the sorted set. Made for one call.
 */
final class Points {
  private static final int BYTES = 16;
  private static final int FIRST_CAPACITY = 256;

  private final Call call;
  private MemorySegment segment;
  private int capacity = FIRST_CAPACITY;
  private int count;

  Points(Call call) {
    this.call = call;
    this.segment = call.workspace((long) capacity * BYTES);
  }

  int count() {
    return count;
  }

  void add(double distance, long place) {
    if (count == capacity) {
      grow();
    }
    set(count++, distance, place);
  }

  private void grow() {
    MemorySegment old = segment;
    capacity = Math.multiplyExact(capacity, 2);
    segment = call.workspace((long) capacity * BYTES);
    if (segment.address() != old.address()) {
      MemorySegment.copy(old, 0, segment, 0, (long) count * BYTES);
    }
  }

  double distance(int index) {
    return segment.get(JAVA_DOUBLE, (long) index * BYTES);
  }

  long place(int index) {
    return segment.get(JAVA_LONG, (long) index * BYTES + 8);
  }

  private void set(int index, double distance, long place) {
    segment.set(JAVA_DOUBLE, (long) index * BYTES, distance);
    segment.set(JAVA_LONG, (long) index * BYTES + 8, place);
  }

  void swap(int a, int b) {
    double distance = distance(a);
    long place = place(a);
    set(a, distance(b), place(b));
    set(b, distance, place);
  }

  /**
   * Puts points in the order of their distances, those of one distance as they came. Only the order
   * of the first so many counts; then, as in Redis, those of one distance may come otherwise.
   *
   * @param sign 1: the nearest first; -1: the farthest
   */
  void sort(int sign, int wanted) {
    if (wanted < count) {
      new PartialSort(this, sign, wanted).sort(0, count);
    } else {
      merge(sign);
    }
  }

  /** Merges neighbouring runs of twice the length in each round, from one array to another. */
  private void merge(int sign) {
    double[] distances = new double[count];
    long[] places = new long[count];
    for (int i = 0; i < count; i++) {
      distances[i] = sign * distance(i);
      places[i] = place(i);
    }
    int[] order = MergeSort.order(distances);
    for (int i = 0; i < count; i++) {
      set(i, sign * distances[order[i]], places[order[i]]);
    }
  }
}
