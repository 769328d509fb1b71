package io.jacinth.memory;

import static io.jacinth.memory.SizeClasses.PAGES_PER_CHUNK;
import static io.jacinth.memory.SizeClasses.PAGE_BYTES;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * One verification of an allocator: walks every page of every chunk, then every list of pages with
 * room, and compares what it finds with the allocator's own sums. Used once, under the partition's
 * lock.
 */
final class SlabVerifier {
  private final SlabAllocator slabs;
  private final PagePool pool;
  private final @Nullable BlockChecks checks;
  private final int[] spansFound = new int[SizeClasses.COUNT];
  private final int[] partialFound = new int[SizeClasses.COUNT];
  private final long[] usedFound = new long[SizeClasses.COUNT];
  private long blocksFound;
  private long bytesFound;

  SlabVerifier(SlabAllocator slabs, PagePool pool, @Nullable BlockChecks checks) {
    this.slabs = slabs;
    this.pool = pool;
    this.checks = checks;
  }

  void verify(int[] spans, long[] used) {
    for (int chunk = 1; chunk < pool.chunkLimit(); chunk++) {
      if (pool.isDedicated(chunk)) {
        countBlocks(1, pool.chunks()[chunk].byteSize());
      } else if (pool.isUsed(chunk)) {
        verifyChunk(chunk);
      }
    }
    for (int sizeClass = 0; sizeClass < SizeClasses.COUNT; sizeClass++) {
      String what = "class of " + SizeClasses.blockBytes(sizeClass) + " bytes: ";
      same(what + "spans", spansFound[sizeClass], spans[sizeClass]);
      same(what + "blocks in use", usedFound[sizeClass], used[sizeClass]);
      verifyList(what, sizeClass);
    }
    same("bytes in use", bytesFound, slabs.usedBytes());
    same("blocks in use", blocksFound, slabs.blockCount());
  }

  private void countBlocks(long count, long bytesEach) {
    blocksFound += count;
    bytesFound += count * bytesEach;
  }

  private void verifyChunk(int chunk) {
    for (int index = 0; index < PAGES_PER_CHUNK; ) {
      int page = chunk << 6 | index;
      if ((pool.freePages(chunk) >>> index & 1) != 0) {
        verifyFreePage(page);
        index++;
      } else {
        index += verifyRun(page);
      }
    }
  }

  private void verifyFreePage(int page) {
    if (checks != null) {
      long start = PageHeader.pageStart(PageHeader.at(page));
      long header = (long) PageHeader.firstBump(PageHeader.at(page)) << 3;
      checks.requirePoison(segment(page), start + header, PAGE_BYTES - header, name(page));
    }
  }

  /** Verifies the span or run that begins on a page and answers its length in pages. */
  private int verifyRun(int page) {
    long word = word(page);
    int kind = PageHeader.kind(word);
    boolean isRun = kind == PageHeader.RUN;
    require(isRun || kind < SizeClasses.COUNT, page, "its header is not one of a first page");
    int pages = isRun ? PageHeader.count(word) : SizeClasses.spanPages(kind);
    require((page & PAGES_PER_CHUNK - 1) + pages <= PAGES_PER_CHUNK, page, "it leaves the chunk");
    for (int back = 1; back < pages; back++) {
      require(word(page + back) == PageHeader.follower(back), page, "a follower's header is wrong");
      boolean isFree = (pool.freePages(page >>> 6) >>> page + back & 1) != 0;
      require(!isFree, page, "a follower is counted as free");
    }
    if (isRun) {
      countBlocks(1, (long) pages * PAGE_BYTES);
    } else {
      verifySpan(page, word, kind);
    }
    return pages;
  }

  private void verifySpan(int page, long word, int sizeClass) {
    int blockWords = SizeClasses.blockBytes(sizeClass) >> 3;
    int first = PageHeader.firstBump(PageHeader.at(page));
    int bumped = PageHeader.bump(word) - first;
    require(bumped >= 0 && bumped % blockWords == 0, page, "its bump is no block's end");
    require(
        PageHeader.bump(word) << 3 <= SizeClasses.spanBytes(sizeClass),
        page,
        "its bump is beyond its end");
    int free = verifyFreeList(page, word, first, blockWords);
    int used = PageHeader.count(word);
    require(used == bumped / blockWords - free, page, used + " blocks are counted as in use");
    require(used > 0, page, "it is empty but was not given back");
    verifyNeverUsed(page, word, sizeClass);
    spansFound[sizeClass]++;
    usedFound[sizeClass] += used;
    boolean isListed = !PageHeader.isFull(word, sizeClass) && !pool.isLeaving(page >>> 6);
    partialFound[sizeClass] += isListed ? 1 : 0;
    countBlocks(used, SizeClasses.blockBytes(sizeClass));
  }

  /** Walks the free list and answers its length. */
  private int verifyFreeList(int page, long word, int first, int blockWords) {
    MemorySegment chunk = segment(page);
    long start = PageHeader.pageStart(PageHeader.at(page));
    BitSet seen = new BitSet();
    for (int head = PageHeader.head(word); head != 0; ) {
      int at = head - 1;
      require(
          at >= first && at < PageHeader.bump(word) && (at - first) % blockWords == 0,
          page,
          "its free list leads to word " + at + ", where no block begins");
      require(!seen.get(at), page, "its free list is a ring");
      seen.set(at);
      long offset = start + ((long) at << 3);
      if (checks != null) {
        checks.requirePoison(chunk, offset + 2, (blockWords << 3) - 2, name(page));
      }
      head = chunk.get(JAVA_SHORT_UNALIGNED, offset) & 0xFFFF;
    }
    return seen.cardinality();
  }

  private void verifyNeverUsed(int page, long word, int sizeClass) {
    if (checks != null) {
      long from = (long) PageHeader.bump(word) << 3;
      long start = PageHeader.pageStart(PageHeader.at(page));
      long bytes = SizeClasses.spanBytes(sizeClass) - from;
      checks.requirePoison(segment(page), start + from, bytes, name(page));
    }
  }

  private void verifyList(String what, int sizeClass) {
    int length = 0;
    int previous = 0;
    for (int page = slabs.firstPartial(sizeClass); page != 0; page = slabs.nextOf(page)) {
      require(pool.isUsed(page >>> 6), page, what + "listed, but its chunk is gone");
      require(
          PageHeader.kind(word(page)) == sizeClass, page, what + "listed, but of another class");
      require(!PageHeader.isFull(word(page), sizeClass), page, what + "listed, but full");
      require(slabs.previousOf(page) == previous, page, what + "its link back is wrong");
      require(++length <= partialFound[sizeClass], page, what + "the list is too long");
      previous = page;
    }
    same(what + "pages with room", partialFound[sizeClass], length);
  }

  private MemorySegment segment(int page) {
    return pool.chunks()[page >>> 6];
  }

  private long word(int page) {
    return segment(page).get(JAVA_LONG_UNALIGNED, PageHeader.at(page));
  }

  private static String name(int page) {
    return "page " + (page & PAGES_PER_CHUNK - 1) + " of chunk " + (page >>> 6);
  }

  private static void require(boolean holds, int page, String problem) {
    if (!holds) {
      throw new IllegalStateException(name(page) + ": " + problem);
    }
  }

  private static void same(String what, long found, long counted) {
    if (found != counted) {
      throw new IllegalStateException(what + ": found " + found + ", counted " + counted);
    }
  }
}
