package io.jacinth.memory;

import static io.jacinth.memory.SizeClasses.CHUNK_BYTES;
import static io.jacinth.memory.SizeClasses.PAGES_PER_CHUNK;
import static io.jacinth.memory.SizeClasses.PAGE_SHIFT;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.util.Arrays;

/**
 * Which chunks of a pool are worth emptying: those with the least in use, as long as what they hold
 * fits into the room that the others have. A share of that room is not counted on, since it is room
 * for blocks of one size and not of another. Linear in the number of pages.
 */
final class Compaction {
  /** Nine tenths of the room is counted on. */
  private static final long COUNTED_ON = 9;

  private static final long OF = 10;

  /** A chunk that is fuller than this is left alone. */
  private static final long FULL_BYTES = CHUNK_BYTES / 8 * 7;

  private final PagePool pool;

  Compaction(PagePool pool) {
    this.pool = pool;
  }

  int[] sparseChunks() {
    long[] byUse = chunksByUse();
    long room = 0;
    for (long each : byUse) {
      room += CHUNK_BYTES - used(each);
    }
    int count = 0;
    long moved = 0;
    while (count < byUse.length && used(byUse[count]) < FULL_BYTES) {
      moved += used(byUse[count]);
      room -= CHUNK_BYTES - used(byUse[count]);
      if (moved * OF > room * COUNTED_ON) {
        break;
      }
      count++;
    }
    return Arrays.stream(byUse, 0, count).mapToInt(each -> (int) each).toArray();
  }

  /** The chunks that are divided into pages, emptiest first: bytes in use above, number below. */
  private long[] chunksByUse() {
    long[] found = new long[pool.chunkLimit()];
    int count = 0;
    for (int chunk = 1; chunk < pool.chunkLimit(); chunk++) {
      if (pool.isUsed(chunk) && !pool.isDedicated(chunk)) {
        found[count++] = usedBytes(chunk) << 32 | chunk;
      }
    }
    long[] chunks = Arrays.copyOf(found, count);
    Arrays.sort(chunks);
    return chunks;
  }

  private static long used(long chunkByUse) {
    return chunkByUse >>> 32;
  }

  private long usedBytes(int chunk) {
    long free = pool.freePages(chunk);
    long bytes = 0;
    for (int index = 0; index < PAGES_PER_CHUNK; index++) {
      if ((free >>> index & 1) == 0) {
        bytes += usedBytes(chunk, index);
      }
    }
    return bytes;
  }

  private long usedBytes(int chunk, int page) {
    long word = pool.chunks()[chunk].get(JAVA_LONG_UNALIGNED, PageHeader.at(page));
    int kind = PageHeader.kind(word);
    return switch (kind) {
      case PageHeader.FOLLOWER -> 0;
      case PageHeader.RUN -> (long) PageHeader.count(word) << PAGE_SHIFT;
      default -> (long) PageHeader.count(word) * SizeClasses.blockBytes(kind);
    };
  }
}
