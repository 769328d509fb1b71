package io.jacinth.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;

/**
 * Chunks from the system, an arena each. Closing an arena shakes hands with every thread of the
 * process, so an executor does it, off the path of requests.
 */
public final class ArenaChunks implements ChunkSource {
  private static final long ALIGNMENT = 4096;

  private final Executor closer;
  private final Map<Long, Arena> arenas = new ConcurrentHashMap<>();
  private final LongAdder totalBytes = new LongAdder();

  public ArenaChunks(Executor closer) {
    this.closer = closer;
  }

  @Override
  public MemorySegment acquire(long bytes) {
    Arena arena = Arena.ofShared();
    MemorySegment chunk = arena.allocate(bytes, ALIGNMENT);
    arenas.put(chunk.address(), arena);
    totalBytes.add(bytes);
    return chunk;
  }

  @Override
  public void release(MemorySegment chunk) {
    Arena arena = arenas.remove(chunk.address());
    if (arena == null) {
      throw new IllegalArgumentException("not a chunk of this source: " + chunk);
    }
    totalBytes.add(-chunk.byteSize());
    closer.execute(arena::close);
  }

  /** Bytes acquired and not released. */
  public long totalBytes() {
    return totalBytes.sum();
  }
}
