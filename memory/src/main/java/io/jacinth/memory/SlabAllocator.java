package io.jacinth.memory;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one partition: blocks of size classes cut from pages of chunks (Bonwick, The Slab
 * Allocator, 1994; the spans are those of tcmalloc). Used only under the partition's lock.
 *
 * <p>A <em>reference</em> names a block in 48 bits, 0 names none: the chunk's number in the upper
 * 19, the offset in words of 8 bytes in the lower 29. A chunk has 1 MB, or is made to measure for
 * one block larger than half of that (then it never has exactly 1 MB).
 *
 * <pre>
 *   chunk   64 pages of 16 KB; the first KB of page 0 holds 16 bytes about each page:
 *             0 short  size class; RUN: one block of whole pages; below 0: minus the distance to
 *                      the first page of the span
 *             2 short  blocks in use; of a RUN: its pages
 *             4 short  first free block + 1, 0 none; a free block begins with the next
 *             6 short  blocks ever taken: those after have never been used
 *             8 int    next, 12 int previous page with free blocks of the class, -1 none
 *   page id chunk number * 64 + page
 * </pre>
 *
 * <p>Free pages are a bit mask a chunk. All but that and the table of chunks lies off-heap, so that
 * the Java heap does not grow with the data.
 */
public final class SlabAllocator implements AutoCloseable {
  /** Bytes of an ordinary chunk. */
  public static final long CHUNK = 1024 * 1024;

  private static final int PAGE = SizeClasses.PAGE;
  private static final int PAGE_SHIFT = 14;
  private static final int PAGES = 64;
  private static final int HEADER = 1024;
  private static final int META = 16;
  private static final short RUN = 0x7FFF;
  private static final int WORD_BITS = 29;
  private static final long WORD_MASK = (1L << WORD_BITS) - 1;
  private static final int MOST_CHUNKS = 1 << 19;
  private static final long LARGEST_RUN = CHUNK / 2;
  private static final long DEDICATED_UNIT = 4096;

  private final ChunkSource source;
  private final @Nullable BlockChecker checker;
  private MemorySegment[] chunks = new MemorySegment[0];

  /** Free pages of each ordinary chunk; 0 for others. */
  private long[] freePages = new long[0];

  /** Chunks that have a free page: a bit each. */
  private long[] chunksWithRoom = new long[0];

  /** Number 0 is never used, so that no block has reference 0. */
  private int chunkNumbers = 1;

  private int[] spareNumbers = new int[8];
  private int spareNumberCount;
  private int emptyChunks;

  /** First page with free blocks, by class; -1: none. */
  private final int[] partialPages = new int[SizeClasses.count()];

  private final long[] blocksOfClass = new long[SizeClasses.count()];
  private final long[] roomOfClass = new long[SizeClasses.count()];
  private long usedBytes;
  private long footprintBytes;
  private long blockCount;

  private SlabAllocator(ChunkSource source, boolean isChecking) {
    this.source = source;
    this.checker = isChecking ? new BlockChecker(this) : null;
    Arrays.fill(partialPages, -1);
  }

  public static SlabAllocator create(ChunkSource source) {
    return new SlabAllocator(source, false);
  }

  /**
   * An allocator that looks for misuse: poison in free blocks, a canary after the bytes asked for,
   * frees of what is no live block. For tests.
   */
  public static SlabAllocator checking(ChunkSource source) {
    return new SlabAllocator(source, true);
  }

  // ---------------------------------------------------------------- addresses

  /** The chunk that a block lies in. */
  public MemorySegment segment(long ref) {
    return chunks[(int) (ref >>> WORD_BITS)];
  }

  /** Where the block begins in {@link #segment}. */
  public static long offset(long ref) {
    return (ref & WORD_MASK) << 3;
  }

  private static long ref(int chunk, long offset) {
    return (long) chunk << WORD_BITS | offset >>> 3;
  }

  /** The bytes that a block for so many bytes really has. */
  public static long sizeClassOf(long bytes) {
    if (bytes <= SizeClasses.LARGEST) {
      return SizeClasses.size(SizeClasses.indexOf(bytes));
    }
    if (bytes <= LARGEST_RUN) {
      return (bytes + PAGE - 1) / PAGE * PAGE;
    }
    long rounded = (bytes + DEDICATED_UNIT - 1) / DEDICATED_UNIT * DEDICATED_UNIT;
    return rounded == CHUNK ? CHUNK + DEDICATED_UNIT : rounded;
  }

  // ---------------------------------------------------------------- allocate

  /** A block of at least so many bytes, its content undefined. */
  public long allocate(long bytes) {
    long ref;
    if (bytes <= SizeClasses.LARGEST) {
      ref = allocateSmall(SizeClasses.indexOf(bytes));
    } else if (bytes <= LARGEST_RUN) {
      ref = allocateRun((int) (bytes + PAGE - 1 >>> PAGE_SHIFT));
    } else {
      ref = allocateDedicated(sizeClassOf(bytes));
    }
    blockCount++;
    if (checker != null) {
      checker.allocated(ref, bytes);
    }
    return ref;
  }

  private long allocateSmall(int sizeClass) {
    int pageId = partialPages[sizeClass];
    if (pageId < 0) {
      pageId = newSpan(sizeClass);
    }
    int size = SizeClasses.size(sizeClass);
    int chunkNumber = pageId >>> 6;
    int page = pageId & PAGES - 1;
    MemorySegment chunk = chunks[chunkNumber];
    long meta = (long) page * META;
    int index = chunk.get(JAVA_SHORT, meta + 4) - 1;
    long base = base(page);
    if (index >= 0) {
      chunk.set(JAVA_SHORT, meta + 4, chunk.get(JAVA_SHORT, base + (long) index * size));
    } else {
      index = chunk.get(JAVA_SHORT, meta + 6);
      chunk.set(JAVA_SHORT, meta + 6, (short) (index + 1));
    }
    int used = chunk.get(JAVA_SHORT, meta + 2) + 1;
    chunk.set(JAVA_SHORT, meta + 2, (short) used);
    if (used == room(sizeClass, page)) {
      unlink(sizeClass, chunk, meta);
    }
    usedBytes += size;
    blocksOfClass[sizeClass]++;
    return ref(chunkNumber, base + (long) index * size);
  }

  private static long base(int page) {
    return page == 0 ? HEADER : (long) page << PAGE_SHIFT;
  }

  /** How many blocks of a class a span that begins at a page holds. */
  private static int room(int sizeClass, int page) {
    int bytes = SizeClasses.pages(sizeClass) * PAGE - (page == 0 ? HEADER : 0);
    return bytes / SizeClasses.size(sizeClass);
  }

  private int newSpan(int sizeClass) {
    int pages = SizeClasses.pages(sizeClass);
    boolean fitsPageZero = pages == 1 && room(sizeClass, 0) > 0;
    int pageId = takePages(pages, fitsPageZero);
    int page = pageId & PAGES - 1;
    MemorySegment chunk = chunks[pageId >>> 6];
    long meta = (long) page * META;
    chunk.set(JAVA_SHORT, meta, (short) sizeClass);
    chunk.set(JAVA_SHORT, meta + 2, (short) 0);
    chunk.set(JAVA_SHORT, meta + 4, (short) 0);
    chunk.set(JAVA_SHORT, meta + 6, (short) 0);
    link(sizeClass, pageId, chunk, meta);
    roomOfClass[sizeClass] += room(sizeClass, page);
    if (checker != null) {
      checker.poison(chunk, base(page), (long) room(sizeClass, page) * SizeClasses.size(sizeClass));
    }
    return pageId;
  }

  private long allocateRun(int pages) {
    int pageId = takePages(pages, false);
    MemorySegment chunk = chunks[pageId >>> 6];
    long meta = (long) (pageId & PAGES - 1) * META;
    chunk.set(JAVA_SHORT, meta, RUN);
    chunk.set(JAVA_SHORT, meta + 2, (short) pages);
    usedBytes += (long) pages * PAGE;
    return ref(pageId >>> 6, base(pageId & PAGES - 1));
  }

  private long allocateDedicated(long bytes) {
    int number = newChunk(bytes);
    freePages[number] = 0;
    usedBytes += bytes;
    return ref(number, 0);
  }

  // ---------------------------------------------------------------- free

  /** Gives a block back. */
  public void free(long ref) {
    if (checker != null) {
      checker.freed(ref);
    }
    blockCount--;
    int chunkNumber = (int) (ref >>> WORD_BITS);
    MemorySegment chunk = chunks[chunkNumber];
    if (isDedicated(chunkNumber)) {
      usedBytes -= chunk.byteSize();
      releaseChunk(chunkNumber);
      return;
    }
    long offset = offset(ref);
    int page = firstPage(chunk, (int) (offset >>> PAGE_SHIFT));
    long meta = (long) page * META;
    int sizeClass = chunk.get(JAVA_SHORT, meta);
    if (sizeClass == RUN) {
      int pages = chunk.get(JAVA_SHORT, meta + 2);
      usedBytes -= (long) pages * PAGE;
      givePages(chunkNumber, page, pages);
      return;
    }
    freeSmall(chunkNumber, chunk, page, meta, sizeClass, offset);
  }

  private void freeSmall(
      int chunkNumber, MemorySegment chunk, int page, long meta, int sizeClass, long offset) {
    int size = SizeClasses.size(sizeClass);
    int index = (int) ((offset - base(page)) / size);
    chunk.set(JAVA_SHORT, offset, chunk.get(JAVA_SHORT, meta + 4));
    chunk.set(JAVA_SHORT, meta + 4, (short) (index + 1));
    int used = chunk.get(JAVA_SHORT, meta + 2);
    chunk.set(JAVA_SHORT, meta + 2, (short) (used - 1));
    usedBytes -= size;
    blocksOfClass[sizeClass]--;
    int room = room(sizeClass, page);
    if (used == room) {
      link(sizeClass, chunkNumber << 6 | page, chunk, meta);
    }
    if (used == 1) {
      unlink(sizeClass, chunk, meta);
      roomOfClass[sizeClass] -= room;
      givePages(chunkNumber, page, SizeClasses.pages(sizeClass));
    }
  }

  private static int firstPage(MemorySegment chunk, int page) {
    short sizeClass = chunk.get(JAVA_SHORT, (long) page * META);
    return sizeClass < 0 ? page + sizeClass : page;
  }

  // ---------------------------------------------------------------- pages with free blocks

  private void link(int sizeClass, int pageId, MemorySegment chunk, long meta) {
    int head = partialPages[sizeClass];
    chunk.set(JAVA_INT, meta + 8, head);
    chunk.set(JAVA_INT, meta + 12, -1);
    if (head >= 0) {
      chunks[head >>> 6].set(JAVA_INT, (long) (head & PAGES - 1) * META + 12, pageId);
    }
    partialPages[sizeClass] = pageId;
  }

  private void unlink(int sizeClass, MemorySegment chunk, long meta) {
    int next = chunk.get(JAVA_INT, meta + 8);
    int previous = chunk.get(JAVA_INT, meta + 12);
    if (next >= 0) {
      chunks[next >>> 6].set(JAVA_INT, (long) (next & PAGES - 1) * META + 12, previous);
    }
    if (previous >= 0) {
      chunks[previous >>> 6].set(JAVA_INT, (long) (previous & PAGES - 1) * META + 8, next);
    } else {
      partialPages[sizeClass] = next;
    }
  }

  // ---------------------------------------------------------------- pages

  /** Takes neighbouring free pages, from the lowest chunk that has them; answers the first's id. */
  private int takePages(int pages, boolean mayBePageZero) {
    for (int word = 0; word < chunksWithRoom.length; word++) {
      for (long left = chunksWithRoom[word]; left != 0; left &= left - 1) {
        int number = (word << 6) + Long.numberOfTrailingZeros(left);
        int page = findRun(freePages[number], pages, mayBePageZero);
        if (page >= 0) {
          return take(number, page, pages);
        }
      }
    }
    int number = newChunk(CHUNK);
    freePages[number] = -1L;
    emptyChunks++;
    return take(number, mayBePageZero ? 0 : 1, pages);
  }

  private static int findRun(long free, int pages, boolean mayBePageZero) {
    long starts = mayBePageZero ? free : free & ~1L;
    int covered = 1;
    while (covered < pages && starts != 0) {
      int step = Math.min(covered, pages - covered);
      starts &= starts >>> step;
      covered += step;
    }
    return starts == 0 ? -1 : Long.numberOfTrailingZeros(starts);
  }

  private int take(int number, int page, int pages) {
    if (freePages[number] == -1L) {
      emptyChunks--;
    }
    freePages[number] &= ~(mask(pages) << page);
    noteRoom(number);
    MemorySegment chunk = chunks[number];
    for (int i = 1; i < pages; i++) {
      chunk.set(JAVA_SHORT, (long) (page + i) * META, (short) -i);
    }
    return number << 6 | page;
  }

  private static long mask(int pages) {
    return pages == 64 ? -1L : (1L << pages) - 1;
  }

  private void givePages(int number, int page, int pages) {
    freePages[number] |= mask(pages) << page;
    noteRoom(number);
    if (freePages[number] == -1L && ++emptyChunks > 1) {
      emptyChunks--;
      releaseChunk(number);
    }
  }

  private void noteRoom(int number) {
    long bit = 1L << number;
    if (freePages[number] == 0) {
      chunksWithRoom[number >> 6] &= ~bit;
    } else {
      chunksWithRoom[number >> 6] |= bit;
    }
  }

  // ---------------------------------------------------------------- chunks

  private boolean isDedicated(int number) {
    return freePages[number] == 0 && chunks[number].byteSize() != CHUNK;
  }

  private int newChunk(long bytes) {
    MemorySegment chunk = source.acquire(bytes);
    int number = spareNumberCount > 0 ? spareNumbers[--spareNumberCount] : nextNumber();
    chunks[number] = chunk;
    footprintBytes += chunk.byteSize();
    return number;
  }

  private int nextNumber() {
    if (chunkNumbers == MOST_CHUNKS) {
      throw new OutOfMemoryError("a partition has no room for more than " + MOST_CHUNKS + " chunks");
    }
    if (chunkNumbers >= chunks.length) {
      int length = Math.max(16, chunks.length * 2);
      chunks = Arrays.copyOf(chunks, length);
      freePages = Arrays.copyOf(freePages, length);
      chunksWithRoom = Arrays.copyOf(chunksWithRoom, length + 63 >> 6);
    }
    return chunkNumbers++;
  }

  @SuppressWarnings("NullAway") // the number is unused until newChunk() fills it
  private void releaseChunk(int number) {
    MemorySegment chunk = chunks[number];
    freePages[number] = 0;
    noteRoom(number);
    footprintBytes -= chunk.byteSize();
    chunks[number] = null;
    if (spareNumberCount == spareNumbers.length) {
      spareNumbers = Arrays.copyOf(spareNumbers, spareNumberCount * 2);
    }
    spareNumbers[spareNumberCount++] = number;
    source.release(chunk);
  }

  /** Gives empty chunks that were kept in reserve back. */
  public void releaseEmpty() {
    for (int number = 1; number < chunkNumbers && emptyChunks > 0; number++) {
      if (freePages[number] == -1L) {
        emptyChunks--;
        releaseChunk(number);
      }
    }
  }

  // ---------------------------------------------------------------- questions

  /** The bytes that a block really has. */
  public long capacity(long ref) {
    int chunkNumber = (int) (ref >>> WORD_BITS);
    MemorySegment chunk = chunks[chunkNumber];
    if (isDedicated(chunkNumber)) {
      return chunk.byteSize();
    }
    int page = firstPage(chunk, (int) (offset(ref) >>> PAGE_SHIFT));
    int sizeClass = chunk.get(JAVA_SHORT, (long) page * META);
    return sizeClass == RUN
        ? (long) chunk.get(JAVA_SHORT, (long) page * META + 2) * PAGE
        : SizeClasses.size(sizeClass);
  }

  /** Says that the block's owner now uses another part of its capacity (for the checking mode). */
  public void resized(long ref, long bytes) {
    if (checker != null) {
      checker.resized(ref, bytes);
    }
  }

  /**
   * Whether moving a block would help to empty its page: the page is less than half as full as the
   * pages of its class are on average, and new blocks come from another.
   */
  public boolean isWorthMoving(long ref) {
    int chunkNumber = (int) (ref >>> WORD_BITS);
    if (isDedicated(chunkNumber)) {
      return false;
    }
    MemorySegment chunk = chunks[chunkNumber];
    int page = firstPage(chunk, (int) (offset(ref) >>> PAGE_SHIFT));
    int sizeClass = chunk.get(JAVA_SHORT, (long) page * META);
    if (sizeClass == RUN || partialPages[sizeClass] == (chunkNumber << 6 | page)) {
      return false;
    }
    long used = chunk.get(JAVA_SHORT, (long) page * META + 2);
    return used * roomOfClass[sizeClass] * 2 < blocksOfClass[sizeClass] * room(sizeClass, page);
  }

  /** Bytes of live blocks. */
  public long usedBytes() {
    return usedBytes;
  }

  /** Bytes taken from the source. */
  public long footprintBytes() {
    return footprintBytes;
  }

  public long blockCount() {
    return blockCount;
  }

  /** Visits every live block; only in checking mode. */
  public void forEachLive(LongConsumer visitor) {
    if (checker == null) {
      throw new IllegalStateException("live blocks are known in checking mode alone");
    }
    checker.forEachLive(visitor);
  }

  /**
   * Verifies the counts and lists, and in checking mode every canary and every poisoned byte.
   *
   * @throws IllegalStateException saying what is broken
   */
  public void check() {
    checkCounts();
    checkPartialPages();
    if (checker != null) {
      checker.check();
    }
  }

  private void checkCounts() {
    long footprint = 0;
    long used = 0;
    for (int number = 1; number < chunkNumbers; number++) {
      if (chunks[number] != null) {
        footprint += chunks[number].byteSize();
        used += isDedicated(number) ? chunks[number].byteSize() : usedBytesOf(number);
      }
    }
    require(footprint == footprintBytes, "footprint", footprint, footprintBytes);
    require(used == usedBytes, "used bytes", used, usedBytes);
  }

  private long usedBytesOf(int number) {
    MemorySegment chunk = chunks[number];
    long used = 0;
    for (int page = 0; page < PAGES; page++) {
      int sizeClass = chunk.get(JAVA_SHORT, (long) page * META);
      if ((freePages[number] >>> page & 1) == 0 && sizeClass >= 0) {
        long count = chunk.get(JAVA_SHORT, (long) page * META + 2);
        used += sizeClass == RUN ? count * PAGE : count * SizeClasses.size(sizeClass);
      }
    }
    return used;
  }

  private void checkPartialPages() {
    for (int sizeClass = 0; sizeClass < partialPages.length; sizeClass++) {
      int previous = -1;
      for (int id = partialPages[sizeClass]; id >= 0; ) {
        MemorySegment chunk = chunks[id >>> 6];
        long meta = (long) (id & PAGES - 1) * META;
        require(chunk.get(JAVA_SHORT, meta) == sizeClass, "class of page", id, sizeClass);
        require(chunk.get(JAVA_INT, meta + 12) == previous, "previous page of", id, previous);
        int used = chunk.get(JAVA_SHORT, meta + 2);
        require(used > 0 && used < room(sizeClass, id & PAGES - 1), "fill of page", id, used);
        previous = id;
        id = chunk.get(JAVA_INT, meta + 8);
      }
    }
  }

  private static void require(boolean holds, String what, long first, long second) {
    if (!holds) {
      throw new IllegalStateException(what + " is wrong: " + first + ", " + second);
    }
  }

  /** Gives all memory back; nothing of it may be used any more. */
  @Override
  public void close() {
    for (int number = 1; number < chunkNumbers; number++) {
      if (chunks[number] != null) {
        releaseChunk(number);
      }
    }
  }
}
