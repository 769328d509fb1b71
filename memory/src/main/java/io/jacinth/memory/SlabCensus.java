package io.jacinth.memory;

import java.util.Locale;

/**
 * What allocators have given out, by size of block. Owned by whoever made it, who holds the locks
 * of what is added.
 */
public final class SlabCensus {
  private final long[] blocks = new long[SizeClasses.COUNT];
  private final long[] spans = new long[SizeClasses.COUNT];
  private long usedBytes;
  private long footprintBytes;
  private long blockCount;
  private int allocators;

  void add(long[] itsBlocks, int[] itsSpans, long used, long footprint, long count) {
    for (int i = 0; i < SizeClasses.COUNT; i++) {
      blocks[i] += itsBlocks[i];
      spans[i] += itsSpans[i];
    }
    usedBytes += used;
    footprintBytes += footprint;
    blockCount += count;
    allocators++;
  }

  /** A table, a line for each size of which there is a block. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "%d allocators, chunks of %d bytes%n", allocators, SizeClasses.CHUNK_BYTES);
    line(
        text,
        "blocks: %d, %d bytes; from the system: %d bytes%n",
        blockCount,
        usedBytes,
        footprintBytes);
    line(text, "%10s %12s %14s %10s %7s%n", "size", "blocks", "bytes", "pages", "filled");
    long large = usedBytes;
    long largeCount = blockCount;
    for (int i = 0; i < SizeClasses.COUNT; i++) {
      if (spans[i] > 0) {
        size(text, i);
      }
      large -= blocks[i] * SizeClasses.blockBytes(i);
      largeCount -= blocks[i];
    }
    line(text, "%10s %12d %14d%n", "larger", largeCount, large);
    return text.toString();
  }

  private void size(StringBuilder text, int sizeClass) {
    long bytes = blocks[sizeClass] * SizeClasses.blockBytes(sizeClass);
    long span = spans[sizeClass] * SizeClasses.spanBytes(sizeClass);
    line(
        text,
        "%10d %12d %14d %10d %6.1f%%%n",
        SizeClasses.blockBytes(sizeClass),
        blocks[sizeClass],
        bytes,
        spans[sizeClass] * SizeClasses.spanPages(sizeClass),
        100.0 * bytes / span);
  }

  private static void line(StringBuilder text, String pattern, Object... arguments) {
    text.append(String.format(Locale.ROOT, pattern, arguments));
  }
}
