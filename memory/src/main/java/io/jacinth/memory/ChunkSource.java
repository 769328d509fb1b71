package io.jacinth.memory;

import java.lang.foreign.MemorySegment;

/** Where an allocator gets its memory from: large pieces, zeroed or not. Used from any thread. */
public interface ChunkSource {
  /**
   * A native segment of so many bytes, aligned to 4096.
   *
   * @throws OutOfMemoryError where the system has no more
   */
  MemorySegment acquire(long bytes);

  /** Gives a segment of {@link #acquire} back. Nobody may use it any more. */
  void release(MemorySegment chunk);
}
