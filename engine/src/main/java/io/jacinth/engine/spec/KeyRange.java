package io.jacinth.engine.spec;

import java.util.List;

/**
 * The keys of a command as one range of positions, which is what clients before key specifications
 * know: all zero where the keys cannot be said so.
 *
 * @param last counted from the end where it is negative
 * @param isWhole whether the range tells of every key; a command for which it does not has movable
 *     keys
 */
public record KeyRange(int first, int last, int step, boolean isWhole) {
  static KeyRange of(List<KeySpec> specs) {
    if (specs.size() == 1 && specs.getFirst().isFixed()) {
      KeySpec only = specs.getFirst();
      return new KeyRange(first(only), last(only), range(only).step(), true);
    }
    int first = Integer.MAX_VALUE;
    int last = 0;
    int previousLast = 0;
    boolean isWhole = true;
    for (KeySpec spec : specs) {
      boolean joins =
          spec.isFixed()
              && range(spec).step() == 1
              && (previousLast == 0 || previousLast == first(spec) - 1);
      isWhole &= joins;
      if (joins) {
        first = Math.min(first, first(spec));
        last = Integer.compareUnsigned(last, last(spec)) < 0 ? last(spec) : last;
        previousLast = last(spec);
      }
    }
    return last == 0 ? new KeyRange(0, 0, 0, isWhole) : new KeyRange(first, last, 1, isWhole);
  }

  private static int first(KeySpec spec) {
    return ((KeySpec.Begin.Index) spec.begin()).position();
  }

  private static int last(KeySpec spec) {
    int last = range(spec).lastKey();
    return last < 0 ? last : first(spec) + last;
  }

  private static KeySpec.Find.Range range(KeySpec spec) {
    return (KeySpec.Find.Range) spec.find();
  }
}
