package io.jacinth.engine.value;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Memory off the heap that grows with what one command needs and is given back after it, but for a
 * first part that is kept. Owned by one worker.
 */
final class Scratch {
  private final MemorySegment kept;
  private MemorySegment segment;
  private @Nullable Arena grown;

  Scratch(int keptBytes) {
    kept = Arena.ofAuto().allocate(keptBytes, 8);
    segment = kept;
  }

  MemorySegment segment() {
    return segment;
  }

  long bytes() {
    return segment.byteSize();
  }

  /** Makes it at least so large, keeping so much of what is in it; what is new is zero. */
  void grow(long needed, long used) {
    Arena old = grown;
    Arena arena = Arena.ofShared();
    MemorySegment larger = arena.allocate(Math.max(needed, segment.byteSize() * 2), 8);
    MemorySegment.copy(segment, 0, larger, 0, used);
    segment = larger;
    grown = arena;
    if (old != null) {
      old.close();
    }
  }

  /** Gives back all but the part that is kept. */
  void release() {
    segment = kept;
    if (grown != null) {
      grown.close();
      grown = null;
    }
  }
}
