package io.jacinth.memory;

/**
 * The block sizes of {@link SlabAllocator}, and the spans of pages that each is cut from. No state.
 *
 * <pre>
 *   up to 128 bytes    steps of 8                       waste under 8 bytes
 *   up to 16 KB        8 classes a doubling             under 12.5 %
 *   up to 64 KB        4 classes a doubling             under 20 %
 *   up to half a chunk whole pages, a run for a block   under 20 %, falling
 *   above              a chunk of its own, to 4 KB      under 0.8 %
 * </pre>
 *
 * A span is one page up to 2 KB; above, the shortest run of at most eight pages whose unused tail
 * is at most a sixteenth.
 */
final class SizeClasses {
  static final int PAGE_SHIFT = 14;
  static final int PAGE_BYTES = 1 << PAGE_SHIFT;
  static final int CHUNK_SHIFT = 20;
  static final int CHUNK_BYTES = 1 << CHUNK_SHIFT;
  static final int PAGES_PER_CHUNK = CHUNK_BYTES / PAGE_BYTES;

  /** The metadata of all pages, at the start of the chunk: what page 0 lacks. */
  static final int CHUNK_HEADER_BYTES = 1024;

  static final int COUNT = 80;
  static final long MAX_CLASS_BYTES = 64 * 1024;
  static final long MAX_RUN_BYTES = CHUNK_BYTES / 2;

  private static final int FINE_CLASSES = 16;
  private static final int FINE_BYTES = 128;
  private static final int MEDIUM_CLASSES = 72;
  private static final int MEDIUM_BYTES = 16 * 1024;
  private static final int MAX_SPAN_PAGES = 8;
  private static final int DEDICATED_STEP = 4096;

  private static final int[] BLOCK_BYTES = new int[COUNT];
  private static final int[] SPAN_PAGES = new int[COUNT];

  static {
    for (int index = 0; index < COUNT; index++) {
      BLOCK_BYTES[index] = computeBlockBytes(index);
      SPAN_PAGES[index] = computeSpanPages(BLOCK_BYTES[index]);
    }
  }

  private SizeClasses() {}

  /** The class of the smallest blocks that hold so many bytes, 1 to {@link #MAX_CLASS_BYTES}. */
  static int indexOf(long bytes) {
    if (bytes <= FINE_BYTES) {
      return (int) (bytes + 7 >>> 3) - 1;
    }
    long last = bytes - 1;
    int power = 63 - Long.numberOfLeadingZeros(last);
    if (bytes <= MEDIUM_BYTES) {
      return FINE_CLASSES + (power - 7 << 3) + (int) (last >>> power - 3 & 7);
    }
    return MEDIUM_CLASSES + (power - 14 << 2) + (int) (last >>> power - 2 & 3);
  }

  private static int computeBlockBytes(int index) {
    if (index < FINE_CLASSES) {
      return index + 1 << 3;
    }
    if (index < MEDIUM_CLASSES) {
      int step = index - FINE_CLASSES;
      return 9 + (step & 7) << (step >> 3) + 4;
    }
    int step = index - MEDIUM_CLASSES;
    return 5 + (step & 3) << (step >> 2) + 12;
  }

  private static int computeSpanPages(int blockBytes) {
    for (int pages = (blockBytes + PAGE_BYTES - 1) / PAGE_BYTES; pages < MAX_SPAN_PAGES; pages++) {
      int spanBytes = pages * PAGE_BYTES;
      if (blockBytes <= 2048 || spanBytes % blockBytes <= spanBytes / 16) {
        return pages;
      }
    }
    return MAX_SPAN_PAGES;
  }

  static int blockBytes(int index) {
    return BLOCK_BYTES[index];
  }

  static int spanPages(int index) {
    return SPAN_PAGES[index];
  }

  static int spanBytes(int index) {
    return SPAN_PAGES[index] << PAGE_SHIFT;
  }

  /** Blocks in a full span that does not begin on page 0. */
  static int blocksPerSpan(int index) {
    return spanBytes(index) / BLOCK_BYTES[index];
  }

  /** Whether the class may use page 0 of a chunk, which is shorter than the others. */
  static boolean fitsPageZero(int index) {
    return BLOCK_BYTES[index] <= 2048;
  }

  static int pagesFor(long bytes) {
    return (int) (bytes + PAGE_BYTES - 1 >>> PAGE_SHIFT);
  }

  static long dedicatedBytes(long bytes) {
    return bytes + DEDICATED_STEP - 1 & -DEDICATED_STEP;
  }

  /** The usable bytes of the block that a request gets. */
  static long capacityFor(long bytes) {
    if (bytes <= MAX_CLASS_BYTES) {
      return BLOCK_BYTES[indexOf(Math.max(bytes, 1))];
    }
    return bytes <= MAX_RUN_BYTES ? (long) pagesFor(bytes) << PAGE_SHIFT : dedicatedBytes(bytes);
  }
}
