package io.jacinth.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Chunks from the system, each an arena of its own so that each can be given back alone. What takes
 * long is left to an executor: to close a shared arena, which means a handshake with every thread
 * of the JVM, and to make a chunk ready, which means to clear it (half a millisecond, mostly page
 * faults). Thread-safe.
 *
 * <p>The JVM counts all this as direct memory: -XX:MaxDirectMemorySize, by default as much as the
 * heap, bounds it.
 */
public final class ArenaChunks implements ChunkSource {
  private static final long ALIGNMENT = 4096;
  private static final long ORDINARY_BYTES = SizeClasses.CHUNK_BYTES;

  private final Executor background;
  private final int reserve;
  private final Queue<MemorySegment> ready;
  private final AtomicBoolean isRefilling = new AtomicBoolean();
  private final Map<Long, Arena> arenas = new ConcurrentHashMap<>();
  private final LongAdder totalBytes = new LongAdder();

  /** Chunks that are made when they are asked for. */
  public ArenaChunks(Executor background) {
    this(background, 0);
  }

  /**
   * Chunks of which, once the first is asked for, some are kept ready.
   *
   * @param reserve how many of the ordinary size
   */
  public ArenaChunks(Executor background, int reserve) {
    this.background = background;
    this.reserve = reserve;
    this.ready = new ArrayBlockingQueue<>(Math.max(1, reserve));
  }

  @Override
  public MemorySegment acquire(long bytes) {
    if (reserve == 0 || bytes != ORDINARY_BYTES) {
      return make(bytes);
    }
    MemorySegment chunk = ready.poll();
    if (isRefilling.compareAndSet(false, true)) {
      background.execute(this::refill);
    }
    return chunk != null ? chunk : make(bytes);
  }

  private MemorySegment make(long bytes) {
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

  private void refill() {
    try {
      while (ready.size() < reserve) {
        keepReady(make(ORDINARY_BYTES));
      }
    } catch (OutOfMemoryError refused) {
      // Whoever needs a chunk that is not there will see the refusal.
    } finally {
      isRefilling.set(false);
    }
  }

  private void keepReady(MemorySegment chunk) {
    if (!ready.offer(chunk)) {
      close(chunk);
    }
  }

  /** Takes a chunk back: as one of those kept ready where there is room, else for the system. */
  @Override
  public void release(MemorySegment chunk) {
    if (!arenas.containsKey(chunk.address())) {
      throw new IllegalStateException("release of a chunk that is not out: " + chunk);
    }
    boolean isOrdinary = chunk.byteSize() == ORDINARY_BYTES;
    if (reserve == 0 || !isOrdinary || !ready.offer(chunk)) {
      background.execute(() -> close(chunk));
    }
  }

  private void close(MemorySegment chunk) {
    Arena arena = arenas.remove(chunk.address());
    if (arena == null) {
      throw new IllegalStateException("a chunk was released twice: " + chunk);
    }
    long bytes = chunk.byteSize();
    arena.close();
    totalBytes.add(-bytes);
  }

  /** Gives the chunks that are kept ready back to the system. */
  public void releaseReady() {
    for (MemorySegment chunk = ready.poll(); chunk != null; chunk = ready.poll()) {
      close(chunk);
    }
  }

  /** Bytes taken from the system and not yet returned, by all who share this source. */
  public long totalBytes() {
    return totalBytes.sum();
  }
}
