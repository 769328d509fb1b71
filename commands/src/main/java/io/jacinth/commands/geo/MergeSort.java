package io.jacinth.commands.geo;

/** The order of numbers from the least, equal ones as they came. No state. */
final class MergeSort {
  /** Runs of so many are put in order by insertion. */
  private static final int RUN = 8;

  private MergeSort() {}

  /** The indexes of the numbers, in the numbers' order. */
  static int[] order(double[] numbers) {
    int count = numbers.length;
    int[] source = new int[count];
    for (int from = 0; from < count; from += RUN) {
      insert(source, numbers, from, Math.min(from + RUN, count));
    }
    int[] target = new int[count];
    for (int width = RUN; width < count && width > 0; width *= 2) {
      for (long from = 0; from < count; from += 2L * width) {
        int middle = (int) Math.min(from + width, count);
        merge(
            numbers, source, target, (int) from, middle, (int) Math.min(from + 2L * width, count));
      }
      int[] merged = target;
      target = source;
      source = merged;
    }
    return source;
  }

  private static void insert(int[] order, double[] numbers, int from, int to) {
    for (int i = from; i < to; i++) {
      int at = i;
      while (at > from && numbers[order[at - 1]] > numbers[i]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
  }

  private static void merge(
      double[] numbers, int[] source, int[] target, int from, int middle, int to) {
    int a = from;
    int b = middle;
    for (int i = from; i < to; i++) {
      boolean takesFirst = b == to || a < middle && !(numbers[source[a]] > numbers[source[b]]);
      target[i] = takesFirst ? source[a++] : source[b++];
    }
  }
}
