package io.jacinth.memory;

import static io.jacinth.memory.SizeClasses.MAX_CLASS_BYTES;
import static io.jacinth.memory.SizeClasses.MAX_RUN_BYTES;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one partition: blocks of a size class, cut from pages, cut from chunks (slabs after
 * Bonwick 1994; classes, runs and partial-page lists as in jemalloc, Evans 2006). Used under the
 * partition's lock; the sums alone may be read without it, then they are as old as the last
 * release.
 *
 * <p>A <em>reference</em> names a block in 48 bits, 0 being none:
 *
 * <pre>
 *   47            29 28                0
 *   +---------------+------------------+
 *   | chunk      19 | offset / 8    29 |
 *   +---------------+------------------+
 * </pre>
 *
 * <p>A chunk is 1 MB: 64 pages of 16 KB, whose headers ({@link PageHeader}) are the chunk's first
 * KB, so that the Java heap does not grow with the data. A page, or a span of a few, belongs to one
 * class while it has a block in use. Pages with blocks left form a list by class; the first is
 * allocated from, first its free list, then the part never used. A page that empties returns to its
 * chunk, a chunk that empties to the {@link ChunkSource}, all but one spare. A block beyond 64 KB
 * is a run of pages, one beyond half a chunk has a chunk of its own. {@link SizeClasses} has the
 * sizes.
 *
 * <p>In checking mode ({@link #checking}) every block is remembered, so that a double free, a write
 * beyond the end or after the free, and a leak are found: see {@link BlockChecks}.
 */
public final class SlabAllocator implements AutoCloseable {
  private static final int OFFSET_BITS = 29;
  private static final long OFFSET_MASK = (1L << OFFSET_BITS) - 1;

  /**
   * A block at a multiple of a chunk's size has its chunk for itself: page 0 begins with headers.
   */
  private static final long DEDICATED_MASK = (SizeClasses.CHUNK_BYTES >> 3) - 1;

  private final PagePool pool;
  private final @Nullable BlockChecks checks;
  private final int[] partial = new int[SizeClasses.COUNT];
  private final int[] spans = new int[SizeClasses.COUNT];
  private final long[] used = new long[SizeClasses.COUNT];

  /** The pool's table, kept here too because every access to a block goes through it. */
  private MemorySegment[] chunks;

  private long usedBytes;
  private long blockCount;

  private SlabAllocator(ChunkSource source, @Nullable BlockChecks checks) {
    this.pool = new PagePool(source);
    this.checks = checks;
    this.chunks = pool.chunks();
  }

  /** An allocator that owns nothing until the first allocation. */
  public static SlabAllocator create(ChunkSource source) {
    return new SlabAllocator(source, null);
  }

  /** An allocator for tests, that remembers and verifies every block. */
  public static SlabAllocator checking(ChunkSource source) {
    return new SlabAllocator(source, new BlockChecks());
  }

  // ---------------------------------------------------------------- references

  /** The segment that a block lies in, at {@link #offset}; it holds other blocks too. */
  public MemorySegment segment(long ref) {
    return chunks[(int) (ref >>> OFFSET_BITS)];
  }

  /** Where a block begins in its {@link #segment}, in bytes. */
  public static long offset(long ref) {
    return (ref & OFFSET_MASK) << 3;
  }

  /**
   * Reads a word at a distance from where a block may begin, without the lock: for the sake of the
   * cache, never for the value, which may be anything. The reference may be stale.
   *
   * @throws IllegalStateException where the chunk has just been given back
   */
  public long glance(long ref, long at) {
    MemorySegment[] table = chunks;
    int chunkNumber = chunkOf(ref);
    if (chunkNumber >= table.length) {
      return 0;
    }
    MemorySegment chunk = table[chunkNumber];
    long offset = offset(ref) + at;
    return offset + 8 > chunk.byteSize() ? 0 : chunk.get(JAVA_LONG_UNALIGNED, offset);
  }

  private static long refOf(int chunk, long offset) {
    return (long) chunk << OFFSET_BITS | offset >>> 3;
  }

  static int chunkOf(long ref) {
    return (int) (ref >>> OFFSET_BITS);
  }

  static boolean isDedicated(long ref) {
    return (ref & DEDICATED_MASK) == 0;
  }

  /** The capacity that {@link #allocate} would give a block of so many bytes. */
  public static long sizeClassOf(long bytes) {
    return SizeClasses.capacityFor(bytes);
  }

  /** The bytes of a block that may be used: those of its size class, at least those asked for. */
  public long capacity(long ref) {
    if (isDedicated(ref)) {
      return segment(ref).byteSize();
    }
    long word = segment(ref).get(JAVA_LONG_UNALIGNED, headerOf(ref));
    int kind = PageHeader.kind(word);
    return kind == PageHeader.RUN
        ? (long) PageHeader.count(word) << SizeClasses.PAGE_SHIFT
        : SizeClasses.blockBytes(kind);
  }

  /** Where the header of the span or run lies that a block belongs to. */
  private long headerOf(long ref) {
    long headerAt = PageHeader.atOffset(offset(ref));
    long word = segment(ref).get(JAVA_LONG_UNALIGNED, headerAt);
    return PageHeader.kind(word) == PageHeader.FOLLOWER
        ? headerAt - (long) PageHeader.count(word) * PageHeader.BYTES
        : headerAt;
  }

  // ---------------------------------------------------------------- allocating

  /**
   * A block of at least so many bytes, of any content, aligned to 8.
   *
   * @throws OutOfMemoryError where the source has no chunk left; nothing is changed then
   */
  public long allocate(long bytes) {
    long ref =
        bytes <= MAX_CLASS_BYTES
            ? allocateFromSpan(SizeClasses.indexOf(Math.max(bytes, 1)))
            : allocateLarge(bytes);
    blockCount++;
    if (checks != null) {
      checks.allocated(this, ref, bytes);
    }
    return ref;
  }

  private long allocateFromSpan(int sizeClass) {
    int page = partial[sizeClass];
    if (page == 0) {
      page = addSpan(sizeClass);
    }
    int chunkNumber = page >>> 6;
    MemorySegment chunk = chunks[chunkNumber];
    long headerAt = PageHeader.at(page);
    long pageStart = PageHeader.pageStart(headerAt);
    long word = chunk.get(JAVA_LONG_UNALIGNED, headerAt) + PageHeader.ONE_USED;
    int blockBytes = SizeClasses.blockBytes(sizeClass);
    int head = PageHeader.head(word);
    long offset;
    if (head != 0) {
      offset = pageStart + (head - 1 << 3);
      word = PageHeader.withHead(word, chunk.get(JAVA_SHORT_UNALIGNED, offset) & 0xFFFF);
    } else {
      offset = pageStart + (PageHeader.bump(word) << 3);
      word = PageHeader.bumpedBy(word, blockBytes >> 3);
    }
    chunk.set(JAVA_LONG_UNALIGNED, headerAt, word);
    if (PageHeader.isFull(word, sizeClass)) {
      unlink(page, sizeClass);
    }
    used[sizeClass]++;
    usedBytes += blockBytes;
    return refOf(chunkNumber, offset);
  }

  private int addSpan(int sizeClass) {
    int pages = SizeClasses.spanPages(sizeClass);
    int page = takePages(pages, SizeClasses.fitsPageZero(sizeClass));
    MemorySegment chunk = chunks[page >>> 6];
    long headerAt = PageHeader.at(page);
    long word = PageHeader.span(sizeClass, PageHeader.firstBump(headerAt));
    chunk.set(JAVA_LONG_UNALIGNED, headerAt, word);
    setFollowers(chunk, headerAt, pages);
    link(page, sizeClass);
    spans[sizeClass]++;
    return page;
  }

  private int takePages(int pages, boolean pageZeroWelcome) {
    long footprint = pool.footprintBytes();
    int page = pool.take(pages, pageZeroWelcome);
    chunks = pool.chunks();
    if (checks != null && pool.footprintBytes() != footprint) {
      checks.chunkAdded(chunks[page >>> 6]);
    }
    return page;
  }

  private static void setFollowers(MemorySegment chunk, long headerAt, int pages) {
    for (int back = 1; back < pages; back++) {
      chunk.set(
          JAVA_LONG_UNALIGNED,
          headerAt + (long) back * PageHeader.BYTES,
          PageHeader.follower(back));
    }
  }

  private long allocateLarge(long bytes) {
    long capacity = SizeClasses.capacityFor(bytes);
    long ref =
        bytes <= MAX_RUN_BYTES ? addRun(SizeClasses.pagesFor(bytes)) : addDedicated(capacity);
    usedBytes += capacity;
    return ref;
  }

  private long addRun(int pages) {
    int page = takePages(pages, false);
    MemorySegment chunk = chunks[page >>> 6];
    long headerAt = PageHeader.at(page);
    chunk.set(JAVA_LONG_UNALIGNED, headerAt, PageHeader.run(pages));
    setFollowers(chunk, headerAt, pages);
    return refOf(page >>> 6, PageHeader.pageStart(headerAt));
  }

  private long addDedicated(long capacity) {
    int chunk = pool.addDedicated(capacity);
    chunks = pool.chunks();
    return refOf(chunk, 0);
  }

  // ---------------------------------------------------------------- freeing

  /** Gives a block back. The reference, and what it led to, must not be used any more. */
  public void free(long ref) {
    if (checks != null) {
      checks.freed(this, ref);
    }
    blockCount--;
    if (isDedicated(ref)) {
      usedBytes -= segment(ref).byteSize();
      pool.remove(chunkOf(ref));
      return;
    }
    long headerAt = headerOf(ref);
    long word = segment(ref).get(JAVA_LONG_UNALIGNED, headerAt);
    if (PageHeader.kind(word) == PageHeader.RUN) {
      freeRun(ref, headerAt, PageHeader.count(word));
    } else {
      freeInSpan(ref, headerAt, word);
    }
  }

  private void freeRun(long ref, long headerAt, int pages) {
    usedBytes -= (long) pages << SizeClasses.PAGE_SHIFT;
    pool.give(pageOf(ref, headerAt), pages);
  }

  private void freeInSpan(long ref, long headerAt, long word) {
    int sizeClass = PageHeader.kind(word);
    used[sizeClass]--;
    usedBytes -= SizeClasses.blockBytes(sizeClass);
    boolean wasFull = PageHeader.isFull(word, sizeClass);
    if (PageHeader.count(word) == 1) {
      removeSpan(pageOf(ref, headerAt), word, wasFull);
      return;
    }
    MemorySegment chunk = segment(ref);
    long offset = offset(ref);
    chunk.set(JAVA_SHORT_UNALIGNED, offset, (short) PageHeader.head(word));
    int head = (int) (offset - PageHeader.pageStart(headerAt) >>> 3) + 1;
    chunk.set(JAVA_LONG_UNALIGNED, headerAt, PageHeader.withHead(word, head) - PageHeader.ONE_USED);
    if (wasFull && !pool.isLeaving(chunkOf(ref))) {
      link(pageOf(ref, headerAt), sizeClass);
    }
  }

  private void removeSpan(int page, long word, boolean wasFull) {
    int sizeClass = PageHeader.kind(word);
    if (!wasFull && !pool.isLeaving(page >>> 6)) {
      unlink(page, sizeClass);
    }
    spans[sizeClass]--;
    if (checks != null) {
      checks.spanRemoved(
          chunks[page >>> 6],
          PageHeader.at(page),
          PageHeader.head(word),
          SizeClasses.spanBytes(sizeClass));
    }
    pool.give(page, SizeClasses.spanPages(sizeClass));
  }

  private static int pageOf(long ref, long headerAt) {
    return chunkOf(ref) << 6 | (int) (headerAt / PageHeader.BYTES);
  }

  // ---------------------------------------------------------------- lists of pages with room

  private void link(int page, int sizeClass) {
    int next = partial[sizeClass];
    setLinks(page, 0, next);
    if (next != 0) {
      setLinks(next, page, nextOf(next));
    }
    partial[sizeClass] = page;
  }

  private void unlink(int page, int sizeClass) {
    int previous = previousOf(page);
    int next = nextOf(page);
    if (previous == 0) {
      partial[sizeClass] = next;
    } else {
      setLinks(previous, previousOf(previous), next);
    }
    if (next != 0) {
      setLinks(next, previous, nextOf(next));
    }
  }

  private void setLinks(int page, int previous, int next) {
    chunks[page >>> 6].set(
        JAVA_LONG_UNALIGNED, PageHeader.at(page) + 8, previous | (long) next << 32);
  }

  int previousOf(int page) {
    return (int) links(page);
  }

  int nextOf(int page) {
    return (int) (links(page) >>> 32);
  }

  private long links(int page) {
    return chunks[page >>> 6].get(JAVA_LONG_UNALIGNED, PageHeader.at(page) + 8);
  }

  /** The first page with room of a size class, 0 if none. */
  int firstPartial(int sizeClass) {
    return partial[sizeClass];
  }

  // ---------------------------------------------------------------- sums and housekeeping

  /** The sum of the capacities of all blocks in use. */
  public long usedBytes() {
    return usedBytes;
  }

  /** Bytes taken from the source: what the partition costs the system. */
  public long footprintBytes() {
    return pool.footprintBytes();
  }

  public long blockCount() {
    return blockCount;
  }

  /** Adds what is given out to a census. */
  public void count(SlabCensus census) {
    census.add(used, spans, usedBytes, footprintBytes(), blockCount);
  }

  // ---------------------------------------------------------------- compaction

  /**
   * Chooses the chunks with the least in them, as many as the others have room for, to be emptied:
   * until {@link #endCompaction} nothing is allocated in them, and one that empties goes back to
   * the source. The owner moves what {@link #isLeaving}. Answers how many chunks were chosen.
   */
  public int beginCompaction() {
    pool.releaseSpare();
    int chosen = 0;
    for (int chunk : new Compaction(pool).sparseChunks()) {
      forEachSpanWithRoom(chunk, this::unlink);
      pool.leave(chunk);
      chosen++;
    }
    return chosen;
  }

  /** Whether a block lies in a chunk that is being emptied: to be copied to a new one and freed. */
  public boolean isLeaving(long ref) {
    return pool.isLeaving(chunkOf(ref));
  }

  /** Allocates again in the chunks that could not be emptied. */
  public void endCompaction() {
    for (int chunk = 1; chunk < pool.chunkLimit(); chunk++) {
      if (pool.isLeaving(chunk)) {
        pool.stay(chunk);
        forEachSpanWithRoom(chunk, this::link);
      }
    }
  }

  private interface SpanVisitor {
    void visit(int page, int sizeClass);
  }

  private void forEachSpanWithRoom(int chunk, SpanVisitor visitor) {
    long free = pool.freePages(chunk);
    for (int index = 0; index < SizeClasses.PAGES_PER_CHUNK; index++) {
      int page = chunk << 6 | index;
      long word = chunks[chunk].get(JAVA_LONG_UNALIGNED, PageHeader.at(page));
      int kind = PageHeader.kind(word);
      if ((free >>> index & 1) == 0 && kind < SizeClasses.COUNT && !PageHeader.isFull(word, kind)) {
        visitor.visit(page, kind);
      }
    }
  }

  /** Gives the empty chunk that is kept in reserve, if any, back to the source. */
  public void releaseEmpty() {
    pool.releaseSpare();
  }

  /** Gives every chunk back at once. No block may be used any more; the allocator starts anew. */
  @Override
  public void close() {
    pool.close();
    chunks = pool.chunks();
    Arrays.fill(partial, 0);
    Arrays.fill(spans, 0);
    Arrays.fill(used, 0);
    usedBytes = 0;
    blockCount = 0;
    if (checks != null) {
      checks.clear();
    }
  }

  // ---------------------------------------------------------------- checking

  /** States that the owner now uses so many bytes of a block, at most its capacity. */
  public void resized(long ref, long bytes) {
    if (checks != null) {
      checks.resized(this, ref, bytes);
    }
  }

  /** The blocks in use, for owners to compare with what they reach; checking mode only. */
  public List<LiveBlock> liveBlocks() {
    if (checks == null) {
      throw new UnsupportedOperationException("only the checking mode remembers blocks");
    }
    return checks.liveBlocks();
  }

  /**
   * Verifies headers, lists, sums and, in checking mode, every block. Linear in the footprint.
   *
   * @throws IllegalStateException saying what is broken
   */
  public void check() {
    pool.check();
    new SlabVerifier(this, pool, checks).verify(spans, used);
    if (checks != null) {
      checks.verify(this);
    }
  }
}
