package io.jacinth.memory;

import java.util.Arrays;

/**
 * Finds the lowest chunk with a free run of pages without looking at chunks: for each length 1, 2,
 * 4 … 32 a bitmap by chunk of those that have such a run among pages 1 to 63, and one of those
 * whose page 0 is free. Below its hint a bitmap has no bit set. Owned by one {@link PagePool}.
 */
final class RunIndex {
  /** The bitmap of chunks whose page 0 is free. */
  static final int PAGE_ZERO = 6;

  private static final int BITMAPS = 7;

  private final long[][] bitmaps = new long[BITMAPS][1];
  private final int[] hints = new int[BITMAPS];

  /** The bitmap whose chunks all have a run of so many pages, at most 32. */
  static int bitmapFor(int pages) {
    return 32 - Integer.numberOfLeadingZeros(pages - 1);
  }

  /** A bit for each bitmap that a chunk with these free pages belongs into. */
  static int bitmapsOf(long freePages) {
    long run = freePages & ~1L;
    int belongs = (freePages & 1) != 0 ? 1 << PAGE_ZERO : 0;
    for (int bitmap = 0; run != 0 && bitmap < PAGE_ZERO; bitmap++) {
      belongs |= 1 << bitmap;
      run &= run >>> (1 << bitmap);
    }
    return belongs;
  }

  /** The first page of the lowest run of so many free pages that leaves page 0 out; 64 if none. */
  static int firstRun(long freePages, int pages) {
    long starts = freePages & ~1L;
    for (int left = pages; left > 1; ) {
      int shift = left >> 1;
      starts &= starts >>> shift;
      left -= shift;
    }
    return Long.numberOfTrailingZeros(starts);
  }

  /** The lowest chunk in a bitmap, or -1. */
  int first(int bitmap) {
    long[] words = bitmaps[bitmap];
    for (int word = hints[bitmap]; word < words.length; word++) {
      if (words[word] != 0) {
        hints[bitmap] = word;
        return (word << 6) + Long.numberOfTrailingZeros(words[word]);
      }
    }
    hints[bitmap] = words.length;
    return -1;
  }

  void update(int chunk, long oldFreePages, long newFreePages) {
    int changed = bitmapsOf(oldFreePages) ^ bitmapsOf(newFreePages);
    for (; changed != 0; changed &= changed - 1) {
      flip(Integer.numberOfTrailingZeros(changed), chunk);
    }
  }

  private void flip(int bitmap, int chunk) {
    int word = chunk >> 6;
    if (word >= bitmaps[bitmap].length) {
      bitmaps[bitmap] = Arrays.copyOf(bitmaps[bitmap], Math.max(word + 1, word * 2));
    }
    bitmaps[bitmap][word] ^= 1L << chunk;
    hints[bitmap] = Math.min(hints[bitmap], word);
  }

  boolean contains(int bitmap, int chunk) {
    int word = chunk >> 6;
    long[] words = bitmaps[bitmap];
    return word < words.length && (words[word] >>> chunk & 1) != 0;
  }

  void clear() {
    for (int bitmap = 0; bitmap < BITMAPS; bitmap++) {
      bitmaps[bitmap] = new long[1];
      hints[bitmap] = 0;
    }
  }
}
