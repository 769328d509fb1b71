package io.jacinth.memory;

import static io.jacinth.memory.SizeClasses.PAGES_PER_CHUNK;
import static io.jacinth.memory.SizeClasses.PAGE_SHIFT;

/**
 * The 16 bytes that describe a page, at the start of its chunk. Only the first page of a span or
 * run has a full description; the others say how far back it is. No state.
 *
 * <pre>
 *   word 0, a span:  class 0..79 : 8 | – : 8 | blocks in use : 16 | free-list head : 16 | bump : 16
 *           a run:   RUN         : 8 | – : 8 | pages         : 16
 *           another: FOLLOWER    : 8 | – : 8 | pages back    : 16
 *   word 1, a span:  previous page of the partial list : 32 | next : 32
 * </pre>
 *
 * The bump is where the part never used begins, in words from the start of the page. The head of
 * the free list is the same of a free block, plus 1, so that 0 means none; the first two bytes of a
 * free block hold the next in that form.
 */
final class PageHeader {
  static final int RUN = 0xFE;
  static final int FOLLOWER = 0xFF;
  static final int BYTES = 16;

  /** What one more block in use adds to word 0. */
  static final long ONE_USED = 1L << 16;

  private static final int HEAD_SHIFT = 32;
  private static final int BUMP_SHIFT = 48;
  private static final long HEAD_MASK = 0xFFFFL << HEAD_SHIFT;

  private PageHeader() {}

  /** Where the header of a page lies in its chunk. */
  static long at(int page) {
    return (long) (page & PAGES_PER_CHUNK - 1) * BYTES;
  }

  /** Where the header of the page lies that an offset in a chunk falls into. */
  static long atOffset(long offset) {
    return (offset >>> PAGE_SHIFT) * BYTES;
  }

  /** Where the page of a header starts in its chunk. */
  static long pageStart(long headerAt) {
    return headerAt / BYTES << PAGE_SHIFT;
  }

  /** Where the first block may lie: after the headers on page 0. */
  static int firstBump(long headerAt) {
    return headerAt == 0 ? SizeClasses.CHUNK_HEADER_BYTES >> 3 : 0;
  }

  static long span(int sizeClass, int bump) {
    return sizeClass | (long) bump << BUMP_SHIFT;
  }

  static long run(int pages) {
    return RUN | (long) pages << 16;
  }

  static long follower(int pagesBack) {
    return FOLLOWER | (long) pagesBack << 16;
  }

  static int kind(long word) {
    return (int) word & 0xFF;
  }

  /** Blocks in use, or pages of a run, or pages back. */
  static int count(long word) {
    return (int) (word >>> 16) & 0xFFFF;
  }

  static int head(long word) {
    return (int) (word >>> HEAD_SHIFT) & 0xFFFF;
  }

  static long withHead(long word, int head) {
    return word & ~HEAD_MASK | (long) head << HEAD_SHIFT;
  }

  static int bump(long word) {
    return (int) (word >>> BUMP_SHIFT);
  }

  static long bumpedBy(long word, int words) {
    return word + ((long) words << BUMP_SHIFT);
  }

  /** Whether a span of this class has no block left. */
  static boolean isFull(long word, int sizeClass) {
    return head(word) == 0
        && (bump(word) << 3) + SizeClasses.blockBytes(sizeClass) > SizeClasses.spanBytes(sizeClass);
  }
}
