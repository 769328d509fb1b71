package io.jacinth.memory;

import java.lang.foreign.MemorySegment;

/** Where allocators get their chunks from: large pieces of memory from the system. Thread-safe. */
public interface ChunkSource {
  /**
   * A native segment of exactly so many bytes, aligned to at least 4 KB, of any content.
   *
   * @throws OutOfMemoryError where the system or the JVM's limit (-XX:MaxDirectMemorySize) refuses
   */
  MemorySegment acquire(long bytes);

  /** Takes back a segment that {@link #acquire} gave. It must not be used any more. */
  void release(MemorySegment chunk);

  /**
   * Gives the system back some of what was released and kept for the next to ask, where that was
   * more than was asked for since the last call. To be called now and then.
   */
  default void cool() {}
}
