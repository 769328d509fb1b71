package io.jacinth.memory;

import static io.jacinth.memory.SizeClasses.CHUNK_BYTES;
import static io.jacinth.memory.SizeClasses.PAGES_PER_CHUNK;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The chunks of one allocator and their free pages. A chunk is either divided into 64 pages, given
 * out as runs, or dedicated to one block. A page is named {@code chunk << 6 | index}; chunk 0 is
 * never used, so that 0 means none. Chunks that become empty go back to the source, all but one.
 */
final class PagePool {
  static final int MAX_CHUNKS = 1 << 19;

  private static final long ALL_FREE = -1L;

  private final ChunkSource source;
  private final RunIndex runs = new RunIndex();
  private final BitSet dedicated = new BitSet(0);

  /** Chunks that are being emptied: no page is taken from them. */
  private final BitSet leaving = new BitSet(0);

  private MemorySegment[] chunks = new MemorySegment[4];
  private long[] freePages = new long[4];
  private int[] unusedChunks = new int[4];
  private int unusedCount;
  private int chunkLimit = 1;
  private int spareChunk;
  private long footprintBytes;

  PagePool(ChunkSource source) {
    this.source = source;
    Arrays.fill(chunks, MemorySegment.NULL);
  }

  /** Segments by chunk, {@link MemorySegment#NULL} where there is none; replaced when it grows. */
  MemorySegment[] chunks() {
    return chunks;
  }

  /** One more than the highest chunk that was ever used. */
  int chunkLimit() {
    return chunkLimit;
  }

  /** A bit for each free page; 0 for a dedicated chunk and for one not in use. */
  long freePages(int chunk) {
    return freePages[chunk];
  }

  long footprintBytes() {
    return footprintBytes;
  }

  /**
   * Takes a run of at most 32 pages and names its first; page 0 comes only alone, where welcome.
   */
  int take(int pages, boolean pageZeroWelcome) {
    if (pageZeroWelcome) {
      int chunk = runs.first(RunIndex.PAGE_ZERO);
      if (chunk >= 0) {
        return take(chunk, 0, 1);
      }
    }
    int found = runs.first(RunIndex.bitmapFor(pages));
    int chunk = found >= 0 ? found : addPagedChunk();
    int first = pageZeroWelcome && found < 0 ? 0 : RunIndex.firstRun(freePages[chunk], pages);
    return take(chunk, first, pages);
  }

  private int take(int chunk, int first, int pages) {
    if (chunk == spareChunk) {
      spareChunk = 0;
    }
    setFree(chunk, freePages[chunk] & ~mask(first, pages));
    return chunk << 6 | first;
  }

  /** Gives a run of pages back, and the chunk if that leaves it empty and there is a spare. */
  void give(int page, int pages) {
    int chunk = page >>> 6;
    setFree(chunk, freePages[chunk] | mask(page & PAGES_PER_CHUNK - 1, pages));
    if (freePages[chunk] == ALL_FREE) {
      if (leaving.get(chunk)) {
        stay(chunk);
        remove(chunk);
      } else if (spareChunk == 0) {
        spareChunk = chunk;
      } else {
        remove(chunk);
      }
    }
  }

  private static long mask(int first, int pages) {
    return (1L << pages) - 1 << first;
  }

  private void setFree(int chunk, long pages) {
    if (!leaving.get(chunk)) {
      runs.update(chunk, freePages[chunk], pages);
    }
    freePages[chunk] = pages;
  }

  boolean isLeaving(int chunk) {
    return leaving.get(chunk);
  }

  /** Takes no page from a chunk any more. */
  void leave(int chunk) {
    runs.update(chunk, freePages[chunk], 0);
    leaving.set(chunk);
  }

  /** Takes pages from a chunk again. */
  void stay(int chunk) {
    leaving.clear(chunk);
    runs.update(chunk, 0, freePages[chunk]);
  }

  private int addPagedChunk() {
    int chunk = add(CHUNK_BYTES);
    setFree(chunk, ALL_FREE);
    return chunk;
  }

  /** A chunk of exactly so many bytes for one block. */
  int addDedicated(long bytes) {
    int chunk = add(bytes);
    dedicated.set(chunk);
    return chunk;
  }

  boolean isDedicated(int chunk) {
    return dedicated.get(chunk);
  }

  private int add(long bytes) {
    if (unusedCount == 0 && chunkLimit == MAX_CHUNKS) {
      throw new OutOfMemoryError("a partition can hold no more than " + MAX_CHUNKS + " chunks");
    }
    MemorySegment segment = source.acquire(bytes);
    int chunk = unusedCount > 0 ? unusedChunks[--unusedCount] : nextChunk();
    chunks[chunk] = segment;
    footprintBytes += bytes;
    return chunk;
  }

  private int nextChunk() {
    if (chunkLimit == chunks.length) {
      int length = chunkLimit * 2;
      chunks = Arrays.copyOf(chunks, length);
      Arrays.fill(chunks, chunkLimit, length, MemorySegment.NULL);
      freePages = Arrays.copyOf(freePages, length);
    }
    return chunkLimit++;
  }

  /** Gives a whole chunk, empty or dedicated, back to the source. */
  void remove(int chunk) {
    MemorySegment segment = chunks[chunk];
    setFree(chunk, 0);
    dedicated.clear(chunk);
    chunks[chunk] = MemorySegment.NULL;
    footprintBytes -= segment.byteSize();
    if (unusedCount == unusedChunks.length) {
      unusedChunks = Arrays.copyOf(unusedChunks, unusedCount * 2);
    }
    unusedChunks[unusedCount++] = chunk;
    source.release(segment);
  }

  void releaseSpare() {
    if (spareChunk != 0) {
      int chunk = spareChunk;
      spareChunk = 0;
      remove(chunk);
    }
  }

  void close() {
    for (int chunk = 1; chunk < chunkLimit; chunk++) {
      if (isUsed(chunk)) {
        source.release(chunks[chunk]);
      }
    }
    Arrays.fill(chunks, MemorySegment.NULL);
    Arrays.fill(freePages, 0);
    runs.clear();
    dedicated.clear();
    leaving.clear();
    unusedCount = 0;
    chunkLimit = 1;
    spareChunk = 0;
    footprintBytes = 0;
  }

  boolean isUsed(int chunk) {
    return chunk > 0 && chunk < chunkLimit && chunks[chunk].byteSize() > 0;
  }

  /** Verifies what this class alone can know. */
  void check() {
    long bytes = 0;
    int used = 0;
    for (int chunk = 1; chunk < chunkLimit; chunk++) {
      bytes += chunks[chunk].byteSize();
      used += isUsed(chunk) ? 1 : 0;
      int expected = leaving.get(chunk) ? 0 : RunIndex.bitmapsOf(freePages[chunk]);
      for (int bitmap = 0; bitmap <= RunIndex.PAGE_ZERO; bitmap++) {
        require(
            runs.contains(bitmap, chunk) == ((expected >> bitmap & 1) != 0),
            "run bitmap " + bitmap + " is wrong about chunk " + chunk);
      }
      require(
          freePages[chunk] != ALL_FREE || chunk == spareChunk,
          "chunk " + chunk + " is empty, not spare");
    }
    require(bytes == footprintBytes, "footprint is " + footprintBytes + ", chunks have " + bytes);
    require(used + unusedCount == chunkLimit - 1, "chunk numbers were lost");
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalStateException(problem);
    }
  }
}
