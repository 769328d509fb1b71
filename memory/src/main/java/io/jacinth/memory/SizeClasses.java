package io.jacinth.memory;

/**
 * The sizes that blocks come in: steps of 8 bytes up to 128, then eight to a doubling up to {@value
 * #LARGEST} (at most 12.5 % unused), above that whole pages, above half a chunk multiples of 4 KB.
 */
final class SizeClasses {
  static final int PAGE = 16 * 1024;
  static final int LARGEST = 32 * 1024;
  private static final int LINEAR = 128;
  private static final int STEPS = 8;
  private static final int COUNT = 81;
  private static final int MOST_PAGES = 16;
  private static final int MOST_WASTE_PERCENT = 4;

  /** Block size by class. */
  private static final int[] SIZES = new int[COUNT];

  /** Pages of a span by class. */
  private static final int[] SPAN_PAGES = new int[COUNT];

  static {
    for (int index = 1; index < COUNT; index++) {
      SIZES[index] = index <= LINEAR / 8 ? Math.max(16, index * 8) : geometric(index - LINEAR / 8);
      SPAN_PAGES[index] = spanPages(SIZES[index]);
    }
  }

  private SizeClasses() {}

  private static int geometric(int step) {
    int doubling = (step - 1) / STEPS;
    int within = (step - 1) % STEPS + 1;
    return (STEPS + within) << doubling + 4;
  }

  /** The fewest pages whose remainder is small; else those with the smallest. */
  private static int spanPages(int size) {
    int best = (size + PAGE - 1) / PAGE;
    for (int pages = best; pages <= MOST_PAGES; pages++) {
      if (pages * PAGE % size * 100 <= MOST_WASTE_PERCENT * pages * PAGE) {
        return pages;
      }
      if ((long) (pages * PAGE % size) * best < (long) (best * PAGE % size) * pages) {
        best = pages;
      }
    }
    return best;
  }

  static int count() {
    return COUNT;
  }

  /** The class of blocks of at least so many bytes, which are at most {@link #LARGEST}. */
  static int indexOf(long bytes) {
    if (bytes <= LINEAR) {
      return bytes <= 16 ? 2 : (int) (bytes + 7 >>> 3);
    }
    int log = 63 - Long.numberOfLeadingZeros(bytes - 1);
    return LINEAR / 8 + (log - 7) * STEPS + (int) (bytes - 1 >>> log - 3) - STEPS + 1;
  }

  static int size(int index) {
    return SIZES[index];
  }

  /** Pages that a span of the class takes. */
  static int pages(int index) {
    return SPAN_PAGES[index];
  }
}
