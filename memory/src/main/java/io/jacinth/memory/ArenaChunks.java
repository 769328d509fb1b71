package io.jacinth.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;

/**
 * Chunks from the system, each an arena of its own so that each can be given back alone. To close a
 * shared arena means a handshake with every thread of the JVM, so that is left to an executor: a
 * chunk released is not yet returned. Thread-safe.
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
    MemorySegment chunk = allocate(arena, bytes);
    arenas.put(chunk.address(), arena);
    totalBytes.add(bytes);
    return chunk;
  }

  private static MemorySegment allocate(Arena arena, long bytes) {
    try {
      return arena.allocate(bytes, ALIGNMENT);
    } catch (OutOfMemoryError refused) {
      arena.close();
      throw refused;
    }
  }

  @Override
  public void release(MemorySegment chunk) {
    Arena arena = arenas.remove(chunk.address());
    if (arena == null) {
      throw new IllegalStateException("release of a chunk that is not out: " + chunk);
    }
    long bytes = chunk.byteSize();
    closer.execute(
        () -> {
          arena.close();
          totalBytes.add(-bytes);
        });
  }

  /** Bytes taken from the system and not yet returned, by all who share this source. */
  public long totalBytes() {
    return totalBytes.sum();
  }
}
